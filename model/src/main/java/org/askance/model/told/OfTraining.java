package org.askance.model.told;

import java.util.Locale;

/// What can be told of a training that cannot start or go on.
public enum OfTraining implements Sentence {
    FEATURES_NOT_KEPT(
            "Features cannot be kept in {0}: {1}. Check that the folder can be written and the disk has room."),
    FEATURES_NOT_WRITTEN("Features cannot be written to {0}: {1}. Check that the disk has room."),
    TEACHER_NOT_KEPT(
            "The teacher’s embeddings cannot be kept in {0}: {1}. Check that the folder can be written and the disk has room."),
    NOT_LOOKED_AT("{0} cannot be looked at: {1}."),
    STATE_NOT_KEPT(
            "The training’s state cannot be kept in {0}: {1}. Check that the folder can be written and the disk has room."),
    NO_MIXED_PRECISION(
            "Mixed precision needs a device that multiplies bfloat16 itself: a CPU with avx512_bf16 or amx_bf16, or an NVIDIA card of compute capability 8.0 or newer. {0} is not known to be one, so it would be slower. Train without mixed precision."),
    NO_TEACHER("Aligning needs a teacher. Choose one, or set alpha to 0."),
    NO_LABELS("No pair of the training split has a label. Label some, or import labels."),
    FEW_PICTURES("Fewer than two pictures of the training split can be read, for example: {0}"),
    NO_MEMORY(
            "There was not enough memory to prepare {0} pairs. Close other programs, give this one more (ASKANCE_OPTIONS=-Xmx8g), or train on fewer pairs."),
    OTHER_WIDTH(
            "The teacher’s embeddings have {0} numbers, the network’s {1}. Choose the teacher that it was aligned with before (--teacher, or under More settings), or set alpha to 0."),
    TOO_MANY_LAYERS(
            "The last {0} layers were to learn, but the encoders have {1}. Choose at most so many, or let everything learn."),
    DIVERGED(
            "The loss is no longer a number at step {0} of {1}. Choose a lower learning rate and start again; nothing was changed."),
    BEST_KEPT(
            "The loss is no longer a number at step {0} of {1}. Choose a lower learning rate and start again; the weights of epoch {2} were kept."),
    STOPPED_EARLY("Stopped after epoch {0}: validation was best in epoch {1}."),
    AND_NEXT("{0} {1}"),
    TEACHER_GONE(
            "‘{0}’ was aligned with the teacher in {1}, whose weights are no longer there. Choose where they are now (--teacher, or under More settings), or set alpha to 0."),
    HALVES_NO_MEMORY("There was not enough memory to measure the halves alone. Close other programs.");

    private final String english;

    OfTraining(String english) {
        this.english = english;
    }

    @Override
    public String key() {
        return "training." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    @Override
    public String english() {
        return english;
    }
}
