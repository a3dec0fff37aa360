package org.askance.model.block;

import ai.djl.ndarray.NDArray;
import java.util.List;

/// A frozen network that embeds texts and pictures into one space of [#projected()] dimensions.
public sealed interface TeacherNetwork permits Teacher, ClipTeacher {

    List<WeightSpec> weights();

    /// Width of its embeddings.
    int projected();

    /// @param ends where each text's end-of-text token stands
    /// @return `(B, projected)`, not normalised
    NDArray embedTexts(Pass pass, NDArray ids, NDArray ends);

    /// @return `(B, projected)`, not normalised
    NDArray embedImages(Pass pass, NDArray pixels);
}
