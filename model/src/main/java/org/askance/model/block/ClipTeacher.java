package org.askance.model.block;

import ai.djl.ndarray.NDArray;
import java.util.List;

/// CLIP as the teacher (Radford et al. 2021, arXiv 2103.00020): both towers with their projections.
public record ClipTeacher(ClipText text, ClipVision image) implements TeacherNetwork {

    @Override
    public List<WeightSpec> weights() {
        return new WeightSpecs().all("", text.weights()).all("", image.weights()).list();
    }

    @Override
    public int projected() {
        return text.projected();
    }

    @Override
    public NDArray embedTexts(Pass pass, NDArray ids, NDArray ends) {
        return text.forward(pass, "", ids, ends);
    }

    @Override
    public NDArray embedImages(Pass pass, NDArray pixels) {
        return image.forward(pass, "", pixels);
    }
}
