package org.askance.model.told;

import java.util.Locale;

/// What can be told of the device that tensors run on: why this one, and what to do where it is not as it should be.
public enum OfDevice implements Sentence {
    ASKED_FOR("asked for"),
    AUTOMATIC("The device is chosen automatically."),
    CPU_ASKED_FOR("The CPU was asked for. Choose automatic to use a graphics card."),
    CARD_ASKED_FOR("GPU {0} was asked for."),
    CARD_FITS("NVIDIA driver and CUDA found"),
    CARD_USED("Driver, CUDA and PyTorch fit each other: GPU {0} is used."),
    NO_CARDS_ON_MAC("no NVIDIA cards on macOS"),
    NO_DRIVER("no NVIDIA driver found"),
    CPU_ON_MAC("PyTorch is used on the CPU on macOS: there are no NVIDIA cards for it."),
    INSTALL_DRIVER(
            "No NVIDIA driver was found. If this machine has an NVIDIA card, install its driver and start the machine anew; otherwise all is as it should be."),
    DRIVER_OLD("the NVIDIA driver {0} is too old"),
    RENEW_DRIVER(
            "The NVIDIA driver is version {0}, and CUDA 12 needs {1} or newer. Install a newer driver, from your system’s packages or from nvidia.com/drivers, and start the machine anew."),
    WITHOUT_CUDA("this PyTorch is built without CUDA"),
    NO_BUILD(
            "There is an NVIDIA driver, but DJL, which brings PyTorch to Java, has no build with CUDA for this processor. Tensors stay on the CPU."),
    INSTALL_CUDA(
            "There is an NVIDIA driver, but this PyTorch {0} is built without CUDA. Install one with CUDA, of exactly version {1} (about 3 GB), then start Askance from the same terminal:"),
    NO_CARD_SEEN("PyTorch has CUDA, but sees no card"),
    LOOK_FOR_CARDS(
            "There is an NVIDIA driver and PyTorch is built with CUDA, but it sees no card. After an update of the driver, start the machine anew; in a container, hand the cards in (--gpus all); and look whether CUDA_VISIBLE_DEVICES hides them. This must list the cards:"),
    NO_CUDART("CUDA’s runtime library, libcudart, is not found"),
    CUDART_LIES(
            "PyTorch is built with CUDA, but CUDA’s runtime library ({0}) is not where programs look for it. It lies in {1}. Say so, then start Askance from the same terminal:"),
    INSTALL_CUDART(
            "PyTorch is built with CUDA, but CUDA’s runtime library ({0}) is not where programs look for it. Install it and say where it is, then start Askance from the same terminal:"),
    LIBRARY_NOWHERE("PYTORCH_LIBRARY_PATH leads nowhere"),
    LIBRARY_MISSING(
            "PYTORCH_LIBRARY_PATH is {0}, where there is no {1}, so the PyTorch that Askance comes with is used, which is for CPUs. Let it name the folder lib of an installed PyTorch, or unset it."),
    OTHER_VERSION("PyTorch is {0}, and {1} is needed"),
    UNSET_VERSION(
            "PyTorch is version {0} ({1}), but this Askance works with {2} alone: another would load and then misread numbers, so it is not loaded. Unset what names it, and the one that Askance comes with is used:"),
    INSTALL_VERSION(
            "PyTorch is version {0} ({1}), but this Askance works with {2} alone: another would load and then misread numbers, so it is not loaded. Install {2} and name that, or unset PYTORCH_LIBRARY_PATH and PYTORCH_VERSION to use the one that Askance comes with, on the CPU:"),
    FLAVOR_IS("PYTORCH_FLAVOR is {0}"),
    FLAVOR_UNKNOWN(
            "PYTORCH_FLAVOR is ''{0}'', and on this system Askance knows {1} alone. Set it to one of these, or unset it: it is found out."),
    AND("{0} and {1}"),
    NO_SUCH_CARD("there is no GPU {0}"),
    ONE_CARD("There is one graphics card, GPU 0, and no GPU {0}. Ask for GPU 0."),
    SOME_CARDS("There are {0} graphics cards, GPU 0 to GPU {1}, and no GPU {2}. Ask for one of these."),
    WITH_LINES("{0}\n{1}"),
    CARD_UNUSABLE("GPU {0} was asked for and cannot be used. {1}"),
    NO_BRIDGE("PyTorch’s bridge to Java is not part of this installation. Install Askance anew."),
    PROPERTY_UNKNOWN("The property {0} is ''{1}'', which names no device. Write auto, cpu or gpu:0."),
    LIBRARY_NOT_LOADED(
            "PyTorch in {0} could not be loaded: {1}. Check PYTORCH_LIBRARY_PATH and PYTORCH_FLAVOR ({2}), or unset both to use the PyTorch that Askance comes with."),
    NOT_LOADED("PyTorch could not be loaded. Check that {0} can be written and has 500 MB free."),
    CACHE_AT_HOME("the folder .djl.ai in your home folder");

    private final String english;

    OfDevice(String english) {
        this.english = english;
    }

    @Override
    public String key() {
        return "device." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    @Override
    public String english() {
        return english;
    }
}
