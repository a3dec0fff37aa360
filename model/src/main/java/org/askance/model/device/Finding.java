package org.askance.model.device;

import java.util.List;
import java.util.Optional;
import org.askance.model.told.OfDevice;
import org.askance.model.told.Told;

/// Something about the machine that decides which device is used. Sentences are for people; the lines of a remedy are
/// to be typed as they stand.
public sealed interface Finding {

    /// How much it matters.
    enum Weight {
        /// As it should be.
        NOTE,
        /// A graphics card is there and cannot be used.
        UNUSED,
        /// The engine must not be loaded so.
        REFUSED
    }

    Weight weight();

    /// As the end of a sentence: `no NVIDIA driver found`.
    Told why();

    /// What is so, and what to do.
    Told told();

    /// Why, in English.
    default String reason() {
        return why().english();
    }

    /// What is so, and what to do, in English.
    default String sentence() {
        return told().english();
    }

    /// Lines for a terminal; empty where none help.
    default List<String> remedy() {
        return List.of();
    }

    /// All of it in one text.
    default Told whole() {
        return remedy().isEmpty() ? told() : OfDevice.WITH_LINES.with(told(), String.join("\n", remedy()));
    }

    /// A person chose the device.
    record AskedFor(DeviceWish wish) implements Finding {
        @Override
        public Weight weight() {
            return Weight.NOTE;
        }

        @Override
        public Told why() {
            return OfDevice.ASKED_FOR.with();
        }

        @Override
        public Told told() {
            return switch (wish) {
                case DeviceWish.Automatic() -> OfDevice.AUTOMATIC.with();
                case DeviceWish.Cpu() -> OfDevice.CPU_ASKED_FOR.with();
                case DeviceWish.Gpu(int number) -> OfDevice.CARD_ASKED_FOR.with(number);
            };
        }
    }

    /// A graphics card is used.
    record CardUsed(int number) implements Finding {
        @Override
        public Weight weight() {
            return Weight.NOTE;
        }

        @Override
        public Told why() {
            return OfDevice.CARD_FITS.with();
        }

        @Override
        public Told told() {
            return OfDevice.CARD_USED.with(number);
        }
    }

    /// There is no graphics card, or none that PyTorch could know of.
    record NoDriver(Machine.Os os) implements Finding {
        @Override
        public Weight weight() {
            return Weight.NOTE;
        }

        @Override
        public Told why() {
            return (os == Machine.Os.MAC ? OfDevice.NO_CARDS_ON_MAC : OfDevice.NO_DRIVER).with();
        }

        @Override
        public Told told() {
            return (os == Machine.Os.MAC ? OfDevice.CPU_ON_MAC : OfDevice.INSTALL_DRIVER).with();
        }
    }

    /// CUDA's runtime refuses the driver.
    record DriverTooOld(String found, String needed) implements Finding {
        @Override
        public Weight weight() {
            return Weight.UNUSED;
        }

        @Override
        public Told why() {
            return OfDevice.DRIVER_OLD.with(found);
        }

        @Override
        public Told told() {
            return OfDevice.RENEW_DRIVER.with(found, needed);
        }
    }

    /// The library that Askance comes with is for CPUs; it takes another for a card.
    ///
    /// @param version as it is
    /// @param needed  of the one to install
    /// @param flavor  of that build; empty where the bridge does not exist with CUDA
    record EngineWithoutCuda(Machine.Os os, String version, String needed,
            Optional<String> flavor) implements Finding {
        @Override
        public Weight weight() {
            return Weight.UNUSED;
        }

        @Override
        public Told why() {
            return OfDevice.WITHOUT_CUDA.with();
        }

        @Override
        public Told told() {
            return flavor.isEmpty() ? OfDevice.NO_BUILD.with() : OfDevice.INSTALL_CUDA.with(version, needed);
        }

        @Override
        public List<String> remedy() {
            return flavor.map(name -> Remedies.install(os, needed, name)).orElse(List.of());
        }
    }

    /// PyTorch has CUDA, and CUDA sees nothing.
    record NoCardSeen() implements Finding {
        @Override
        public Weight weight() {
            return Weight.UNUSED;
        }

        @Override
        public Told why() {
            return OfDevice.NO_CARD_SEEN.with();
        }

        @Override
        public Told told() {
            return OfDevice.LOOK_FOR_CARDS.with();
        }

        @Override
        public List<String> remedy() {
            return List.of("nvidia-smi");
        }
    }

    /// DJL finds cards by CUDA's runtime library, which it looks for where the loader looks.
    ///
    /// @param folder where it lies, out of the loader's sight; empty if it was found nowhere
    record CudartMissing(Machine.Os os, Optional<String> folder) implements Finding {
        @Override
        public Weight weight() {
            return Weight.UNUSED;
        }

        @Override
        public Told why() {
            return OfDevice.NO_CUDART.with();
        }

        @Override
        public Told told() {
            return folder.map(place -> OfDevice.CUDART_LIES.with(Cudart.name(os), place))
                    .orElseGet(() -> OfDevice.INSTALL_CUDART.with(Cudart.name(os)));
        }

        @Override
        public List<String> remedy() {
            return Remedies.cudart(os, folder);
        }
    }

    /// `PYTORCH_LIBRARY_PATH` leads nowhere, so the library that Askance comes with is used.
    record LibraryMissing(String path, String file) implements Finding {
        @Override
        public Weight weight() {
            return Weight.UNUSED;
        }

        @Override
        public Told why() {
            return OfDevice.LIBRARY_NOWHERE.with();
        }

        @Override
        public Told told() {
            return OfDevice.LIBRARY_MISSING.with(path, file);
        }
    }

    /// PyTorch and the bridge to it are of two versions: tensors would be misread.
    ///
    /// @param found  PyTorch's version
    /// @param needed the bridge's
    /// @param where  what says so: a file, or the variable `PYTORCH_VERSION`
    /// @param flavor of a build worth installing; empty where there is no card for it
    record VersionsDiffer(Machine.Os os, String found, String needed, String where,
            Optional<String> flavor) implements Finding {
        @Override
        public Weight weight() {
            return Weight.REFUSED;
        }

        @Override
        public Told why() {
            return OfDevice.OTHER_VERSION.with(found, needed);
        }

        @Override
        public Told told() {
            return (flavor.isEmpty() ? OfDevice.UNSET_VERSION : OfDevice.INSTALL_VERSION).with(found, where, needed);
        }

        @Override
        public List<String> remedy() {
            return flavor.map(name -> Remedies.install(os, needed, name)).orElseGet(() -> Remedies.unset(os));
        }
    }

    /// There is no bridge for such a build.
    record FlavorUnknown(String flavor, List<String> known) implements Finding {
        @Override
        public Weight weight() {
            return Weight.REFUSED;
        }

        @Override
        public Told why() {
            return OfDevice.FLAVOR_IS.with(flavor);
        }

        @Override
        public Told told() {
            return OfDevice.FLAVOR_UNKNOWN.with(flavor,
                    known.stream().map(Told::plain).reduce(OfDevice.AND::with).orElse(Told.NOTHING));
        }
    }

    /// A card was asked for that is not there.
    record NoSuchCard(int number, int count) implements Finding {
        @Override
        public Weight weight() {
            return Weight.UNUSED;
        }

        @Override
        public Told why() {
            return OfDevice.NO_SUCH_CARD.with(number);
        }

        @Override
        public Told told() {
            return count == 1 ? OfDevice.ONE_CARD.with(number) : OfDevice.SOME_CARDS.with(count, count - 1, number);
        }
    }
}
