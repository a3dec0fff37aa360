package org.askance.model.device;

import org.askance.model.told.Told;

/// What the network runs on, and why.
///
/// @param name        `CPU`, or `GPU 0` with the number of the card
/// @param why         why this device and no other, as the end of a sentence: `no NVIDIA driver found`
/// @param engine      library and version, for example `PyTorch 2.7.1`
/// @param threads     how many threads a tensor operation may use on the CPU
/// @param bfloat16    whether it multiplies matrices of bfloat16 itself, so that mixed precision is faster
/// @param unusedCards whether a graphics card seems to be there that was not asked to be left alone, and cannot be used
public record DeviceInfo(String name, Told why, String engine, int threads, boolean bfloat16,
        boolean unusedCards) {

    /// Both in one line, in English: `CPU: no NVIDIA driver found`.
    @Override
    public String toString() {
        return name + ": " + why.english();
    }
}
