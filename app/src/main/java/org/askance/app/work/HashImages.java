package org.askance.app.work;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.askance.storage.Project;
import org.askance.storage.files.PerceptualHash;
import org.askance.storage.told.OfFile;

/// Gives every picture that can be used its perceptual hash, some at a time; stopped, it keeps those it has. A picture
/// that turns out damaged is marked. Returns how many were hashed.
public record HashImages(Project project) implements Job<Integer> {

    private static final int BATCH = 256;

    @Override
    public Integer run(Progress progress) {
        int done = 0;
        long total = project.duplicates().unhashedCount();
        for (var images = project.duplicates().unhashed(BATCH); !images.isEmpty(); images = project.duplicates()
                .unhashed(BATCH)) {
            progress.checkCancelled();
            var hashes = images.entrySet().parallelStream()
                    .collect(Collectors.toMap(Map.Entry::getKey, image -> PerceptualHash.of(image.getValue())));
            var problems = new HashMap<Long, String>();
            for (var image : images.entrySet()) {
                if (hashes.getOrDefault(image.getKey(), OptionalLong.empty()).isEmpty()) {
                    problems.put(image.getKey(), OfFile.NOT_SHOWN.with(image.getValue()).english());
                }
            }
            project.duplicates().save(hashes, problems);
            done += images.size();
            progress.update(done, total);
        }
        return done;
    }
}
