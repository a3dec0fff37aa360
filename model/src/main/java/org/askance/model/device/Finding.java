package org.askance.model.device;

import java.util.List;
import java.util.Optional;

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
    String reason();

    /// What is so, and what to do.
    String sentence();

    /// Lines for a terminal; empty where none help.
    default List<String> remedy() {
        return List.of();
    }

    /// All of it in one text.
    default String whole() {
        return remedy().isEmpty() ? sentence() : sentence() + "\n" + String.join("\n", remedy());
    }

    /// A person chose the device.
    record AskedFor(DeviceWish wish) implements Finding {
        @Override
        public Weight weight() {
            return Weight.NOTE;
        }

        @Override
        public String reason() {
            return "asked for";
        }

        @Override
        public String sentence() {
            return switch (wish) {
                case DeviceWish.Automatic() -> "The device is chosen automatically.";
                case DeviceWish.Cpu() -> "The CPU was asked for. Choose automatic to use a graphics card.";
                case DeviceWish.Gpu(int number) -> "GPU " + number + " was asked for.";
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
        public String reason() {
            return "NVIDIA driver and CUDA found";
        }

        @Override
        public String sentence() {
            return "Driver, CUDA and PyTorch fit each other: GPU " + number + " is used.";
        }
    }

    /// There is no graphics card, or none that PyTorch could know of.
    record NoDriver(Machine.Os os) implements Finding {
        @Override
        public Weight weight() {
            return Weight.NOTE;
        }

        @Override
        public String reason() {
            return os == Machine.Os.MAC ? "no NVIDIA cards on macOS" : "no NVIDIA driver found";
        }

        @Override
        public String sentence() {
            return os == Machine.Os.MAC
                    ? "PyTorch is used on the CPU on macOS: there are no NVIDIA cards for it."
                    : "No NVIDIA driver was found. If this machine has an NVIDIA card, install its driver and start"
                            + " the machine anew; otherwise all is as it should be.";
        }
    }

    /// CUDA's runtime refuses the driver.
    record DriverTooOld(String found, String needed) implements Finding {
        @Override
        public Weight weight() {
            return Weight.UNUSED;
        }

        @Override
        public String reason() {
            return "the NVIDIA driver " + found + " is too old";
        }

        @Override
        public String sentence() {
            return "The NVIDIA driver is version " + found + ", and CUDA 12 needs " + needed
                    + " or newer. Install a newer driver, from your system’s packages or from nvidia.com/drivers, and"
                    + " start the machine anew.";
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
        public String reason() {
            return "this PyTorch is built without CUDA";
        }

        @Override
        public String sentence() {
            return flavor.isEmpty()
                    ? "There is an NVIDIA driver, but DJL, which brings PyTorch to Java, has no build with CUDA for"
                            + " this processor. Tensors stay on the CPU."
                    : "There is an NVIDIA driver, but this PyTorch " + version + " is built without CUDA. Install"
                            + " one with CUDA, of exactly version " + needed
                            + " (about 3 GB), then start Askance from the same terminal:";
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
        public String reason() {
            return "PyTorch has CUDA, but sees no card";
        }

        @Override
        public String sentence() {
            return "There is an NVIDIA driver and PyTorch is built with CUDA, but it sees no card. After an update of"
                    + " the driver, start the machine anew; in a container, hand the cards in (--gpus all); and look"
                    + " whether CUDA_VISIBLE_DEVICES hides them. This must list the cards:";
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
        public String reason() {
            return "CUDA’s runtime library, libcudart, is not found";
        }

        @Override
        public String sentence() {
            return "PyTorch is built with CUDA, but CUDA’s runtime library (" + Cudart.name(os)
                    + ") is not where programs look for it. "
                    + folder.map(place -> "It lies in " + place
                            + ". Say so, then start Askance from the same terminal:")
                            .orElse("Install it and say where it is, then start Askance from the same terminal:");
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
        public String reason() {
            return "PYTORCH_LIBRARY_PATH leads nowhere";
        }

        @Override
        public String sentence() {
            return "PYTORCH_LIBRARY_PATH is " + path + ", where there is no " + file
                    + ", so the PyTorch that Askance comes with is used, which is for CPUs. Let it name the folder lib"
                    + " of an installed PyTorch, or unset it.";
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
        public String reason() {
            return "PyTorch is " + found + ", and " + needed + " is needed";
        }

        @Override
        public String sentence() {
            return "PyTorch is version " + found + " (" + where + "), but this Askance works with " + needed
                    + " alone: another would load and then misread numbers, so it is not loaded. "
                    + (flavor.isEmpty()
                            ? "Unset what names it, and the one that Askance comes with is used:"
                            : "Install " + needed + " and name that, or unset PYTORCH_LIBRARY_PATH and"
                                    + " PYTORCH_VERSION to use the one that Askance comes with, on the CPU:");
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
        public String reason() {
            return "PYTORCH_FLAVOR is " + flavor;
        }

        @Override
        public String sentence() {
            return "PYTORCH_FLAVOR is '" + flavor + "', and on this system Askance knows "
                    + String.join(" and ", known) + " alone. Set it to one of these, or unset it: it is found out.";
        }
    }

    /// A card was asked for that is not there.
    record NoSuchCard(int number, int count) implements Finding {
        @Override
        public Weight weight() {
            return Weight.UNUSED;
        }

        @Override
        public String reason() {
            return "there is no GPU " + number;
        }

        @Override
        public String sentence() {
            return count == 1
                    ? "There is one graphics card, GPU 0, and no GPU " + number + ". Ask for GPU 0."
                    : "There are " + count + " graphics cards, GPU 0 to GPU " + (count - 1) + ", and no GPU " + number
                            + ". Ask for one of these.";
        }
    }
}
