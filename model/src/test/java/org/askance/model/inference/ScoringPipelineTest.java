package org.askance.model.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.askance.model.Pair;
import org.askance.model.TinyNetwork;
import org.askance.model.block.Clfa;
import org.askance.model.block.Parity;
import org.askance.model.checkpoint.CheckpointConfig;
import org.askance.model.checkpoint.CheckpointFolder;
import org.askance.model.device.Compute;
import org.askance.model.input.Exif;
import org.askance.model.input.ImageReader;
import org.askance.model.input.ImageShape;
import org.askance.model.input.Pictures;
import org.askance.model.input.UnreadableImageException;
import org.askance.model.training.LabelledPair;
import org.askance.model.training.TrainNetwork;
import org.askance.model.training.TrainingListener;
import org.askance.model.training.TrainingRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many pairs, chunk by chunk, and pictures as the checkpoint learnt them.
class ScoringPipelineTest {

    private static final Compute COMPUTE = Compute.start();
    private static final int CHUNKS = 7;
    private static final int EACH = 3;

    @TempDir
    private Path folder;

    private TinyNetwork tiny;
    private List<LabelledPair> pairs;

    @BeforeEach
    void make() throws IOException {
        tiny = new TinyNetwork(COMPUTE, folder);
        pairs = tiny.pairs("train", CHUNKS * EACH);
    }

    @AfterAll
    static void close() {
        COMPUTE.close();
    }

    /// Trains for one epoch, so that the folder holds a whole network.
    private Path train(CheckpointConfig.Student config, String to) {
        var request = tiny.request(pairs, List.of(), TinyNetwork.plan(1), to);
        TrainNetwork.run(COMPUTE, new TrainingRequest(new TrainingRequest.Start.Teacher(config, tiny.teacher()),
                tiny.teacher(), request.train(), List.of(), List.of(), request.plan(), Clfa.Halves.BOTH,
                request.work(), request.folder(), to), TrainingListener.NONE, () -> false);
        return folder.resolve(to);
    }

    private ScoringPipeline.Chunk<Integer> chunk(int number) {
        return new ScoringPipeline.Chunk<>(number, pairs.subList(number * EACH, (number + 1) * EACH).stream()
                .map(LabelledPair::pair).toList());
    }

    @Test
    void chunksGiveWhatPairsAloneGiveInTheirOrderAndAreReadAhead() {
        var fetched = new AtomicInteger();
        var numbers = new ArrayList<Integer>();
        var scored = new ArrayList<Scored>();
        try (var scorer = Scorer.open(COMPUTE, train(tiny.config(), "net"))) {
            ScoringPipeline.run(scorer, CHUNKS, i -> {
                fetched.incrementAndGet();
                return chunk(i);
            }, (number, part) -> {
                // This one, the one that waits, and the one that is being read.
                assertThat(fetched.get()).isLessThanOrEqualTo(number + 3);
                numbers.add(number);
                scored.addAll(part);
            }, () -> false);

            assertThat(numbers).isEqualTo(IntStream.range(0, CHUNKS).boxed().toList());
            var all = scorer.score(pairs.stream().map(LabelledPair::pair).toList());
            for (int i = 0; i < all.size(); i++) {
                assertThat(((Scored.Prediction) scored.get(i)).fused())
                        .containsExactly(((Scored.Prediction) all.get(i)).fused(), within(1e-4f));
            }
        }
    }

    @Test
    void cancellingEndsWithWhatWasHandedOver() {
        var numbers = new ArrayList<Integer>();
        try (var scorer = Scorer.open(COMPUTE, train(tiny.config(), "net"))) {
            assertThatThrownBy(() -> ScoringPipeline.run(scorer, CHUNKS, this::chunk, (number, _) -> numbers
                    .add(number), () -> numbers.size() == 2)).isInstanceOf(CancellationException.class);
            assertThat(numbers).containsExactly(0, 1);
            assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().equals("pictures"));
            assertThatThrownBy(() -> ScoringPipeline.run(scorer, CHUNKS, i -> {
                throw new IllegalStateException("no chunk " + i);
            }, (_, _) -> {}, () -> false)).hasMessage("no chunk 0");
        }
    }

    @Test
    void photosAreSeenAsTheCheckpointLearntThem() throws IOException, UnreadableImageException {
        var upright = tiny.config();
        var asStored = new CheckpointConfig.Student(upright.network(), upright.image().with(Exif.IGNORED),
                upright.mostTokens());
        var photo = Parity.path("images/rotated.jpg");
        assertThat(ImageReader.read(photo, false).rgb()).isNotEqualTo(ImageReader.read(photo, true).rgb());
        float[] first = fused(train(upright, "upright"), photo);
        float[] second = fused(train(asStored, "as-stored"), photo);
        assertThat(CheckpointFolder.student(folder.resolve("as-stored")).image().exif()).isEqualTo(Exif.IGNORED);

        // The same weights, but with the other's config.
        swapConfigs();
        assertThat(fused(folder.resolve("upright"), photo)).isNotEqualTo(first);
        assertThat(fused(folder.resolve("as-stored"), photo)).isNotEqualTo(second);
        assertThat(CheckpointFolder.student(folder.resolve("upright")).image().exif()).isEqualTo(Exif.IGNORED);

        // What is trained on goes on seeing what it saw.
        var request = tiny.request(pairs, List.of(), TinyNetwork.plan(1), "child");
        TrainNetwork.run(COMPUTE,
                new TrainingRequest(new TrainingRequest.Start.Checkpoint(folder.resolve("upright")), tiny.teacher(),
                        request.train(), List.of(), List.of(), request.plan(), Clfa.Halves.BOTH, request.work(),
                        request.folder(), "child"),
                TrainingListener.NONE, () -> false);
        assertThat(CheckpointFolder.student(folder.resolve("child")).image().exif()).isEqualTo(Exif.IGNORED);
    }

    private void swapConfigs() throws IOException {
        var one = folder.resolve("upright/config.json");
        var other = folder.resolve("as-stored/config.json");
        var text = Files.readString(one);
        Files.writeString(one, Files.readString(other));
        Files.writeString(other, text);
    }

    private float[] fused(Path checkpoint, Path photo) {
        try (var scorer = Scorer.open(COMPUTE, checkpoint)) {
            return ((Scored.Prediction) scorer.score(List.of(new Pair("lovely day", photo))).getFirst()).fused();
        }
    }

    @Test
    void olderCheckpointsSawPhotosUpright() throws IOException {
        var checkpoint = train(tiny.config(), "old");
        var config = checkpoint.resolve("config.json");
        var text = Files.readString(config);
        var older = text.replaceAll(",\\s*\"exif\" : \"UPRIGHT\"", "");
        assertThat(older).isNotEqualTo(text).doesNotContain("exif");
        Files.writeString(config, older);
        assertThat(CheckpointFolder.student(checkpoint)).isEqualTo(tiny.config());
    }

    @Test
    void shapesThatDisagreeOnExifAreAMistake() {
        var shape = ImageShape.student(16);
        assertThatThrownBy(() -> Pictures.read(List.of(folder), List.of(shape,
                shape.with(Exif.IGNORED)))).isInstanceOf(IllegalArgumentException.class);
    }
}
