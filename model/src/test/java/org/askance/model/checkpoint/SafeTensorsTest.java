package org.askance.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of the format's reference reader, for what we write and what we are given.
class SafeTensorsTest {

    private static final String PLACE = "{'dtype':'F32','shape':[2],'data_offsets':[0,8]}";

    @TempDir
    private Path folder;

    private Path write(byte[] header, int dataBytes) throws IOException {
        var bytes = ByteBuffer.allocate(8 + header.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length).put(header);
        return Files.write(folder.resolve("w.safetensors"), bytes.array());
    }

    private void assertRefused(String header, int dataBytes, String... words) throws IOException {
        var file = write(header.replace('\'', '"').getBytes(StandardCharsets.UTF_8), dataBytes);
        assertThatThrownBy(() -> SafeTensors.open(file)).as(header).isInstanceOf(CheckpointException.class)
                .hasMessageContaining(file.toString()).hasMessageContainingAll(words)
                .hasMessageContaining("Copy the file anew");
    }

    @Test
    void whatIsWrittenKeepsTheRules() throws IOException {
        var random = new Random(4);
        for (int round = 0; round < 20; round++) {
            var tensors = new ArrayList<SafeTensorsWriter.Tensor>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                var shape = random.ints(random.nextInt(4), 0, 5).asLongStream().toArray();
                var values = new float[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
                Arrays.fill(values, i);
                tensors.add(new SafeTensorsWriter.Tensor("gewicht.é" + "x".repeat(random.nextInt(9)) + i, shape,
                        values));
            }
            var file = folder.resolve(round + ".safetensors");
            SafeTensorsWriter.write(file, tensors, round % 2 == 0 ? Map.of() : Map.of("format", "pt"));
            assertKeepsTheRules(file);
            try (var read = SafeTensors.open(file)) {
                assertThat(read.names()).containsExactlyElementsOf(
                        tensors.stream().map(SafeTensorsWriter.Tensor::name).toList());
                for (int i = 0; i < tensors.size(); i++) {
                    var floats = read.floats(tensors.get(i).name());
                    assertThat(floats.remaining()).isEqualTo((int) tensors.get(i).size());
                    assertThat(!floats.hasRemaining() || floats.get() == i).isTrue();
                }
            }
        }
    }

    @Test
    void equalWeightsMakeEqualFiles() throws IOException {
        var file = folder.resolve("a.safetensors");
        SafeTensorsWriter.write(file, List.of(new SafeTensorsWriter.Tensor("a", new long[]{2}, new float[2])),
                Map.of());
        // Not of two writes compared: an order that changes from program to program would not show.
        assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8))
                .contains("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}");
    }

    /// As the reference reader checks them: a header that starts with a brace and ends on a multiple of eight,
    /// places that follow each other without a hole up to the end, text as metadata.
    private static void assertKeepsTheRules(Path file) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = Math.toIntExact(bytes.getLong());
        assertThat(length % 8).isZero();
        var text = new byte[length];
        bytes.get(text);
        assertThat((char) text[0]).isEqualTo('{');
        var header = new ObjectMapper().readTree(text);
        header.path("__metadata__").forEach(value -> assertThat(value.isTextual()).isTrue());
        var places = header.properties().stream().filter(entry -> !entry.getKey().equals("__metadata__"))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingLong((JsonNode place) -> place.at("/data_offsets/0").asLong())
                        .thenComparingLong(place -> place.at("/data_offsets/1").asLong()))
                .toList();
        long end = 0;
        for (var place : places) {
            assertThat(place.at("/data_offsets/0").asLong()).isEqualTo(end);
            end = place.at("/data_offsets/1").asLong();
            assertThat(place.path("dtype").asText()).isEqualTo("F32");
            assertThat((8L + length + place.at("/data_offsets/0").asLong()) % 4).isZero();
        }
        assertThat(end).isEqualTo(bytes.remaining());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "[]; 0; header is not JSON",
            "{'a':; 0; header is not JSON",
            "{} {}; 0; header is not JSON",
            "{'a':PLACE,'a':PLACE}; 8; names something twice",
            "{'a':{'dtype':'F32','dtype':'F32','shape':[2],'data_offsets':[0,8]}}; 8; names something twice",
            "{'a':PLACE,'b':PLACE}; 8; the place of b overlaps another’s",
            "{'a':PLACE,'b':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}}; 12; the place of b overlaps",
            "{'a':PLACE,'b':{'dtype':'F32','shape':[1],'data_offsets':[12,16]}}; 16; bytes before b",
            "{'a':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}}; 12; bytes before a",
            "{'a':PLACE}; 12; bytes at its end",
            "{'a':PLACE}; 4; the place of a does not fit the file",
            "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}; 8; the place of a does not fit its shape",
            "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}; 8; the place of a does not fit its shape",
            "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}; 8; the place of a does not fit its shape",
            "{'a':{'dtype':'F32','shape':2,'data_offsets':[0,8]}}; 8; the place of a does not fit its shape",
            "{'a':{'dtype':'F32','shape':[2]}}; 8; the place of a does not fit its shape",
            "{'a':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,8]}}; 8; does not fit its shape",
            "{'a':{'dtype':'C64','shape':[1],'data_offsets':[0,8]}}; 8; a is of the type 'C64'",
            "{'a':7}; 8; a is of the type ''",
            "{'__metadata__':{'n':1},'a':PLACE}; 8; metadata holds something else than text"})
    void damagedHeadersAreSentences(String header, int dataBytes, String words) throws IOException {
        assertRefused(header.replace("PLACE", PLACE), dataBytes, words);
    }

    @Test
    void lengthsThatCannotBeAreSentences() throws IOException {
        var file = folder.resolve("w.safetensors");
        for (long length : new long[]{0, 1, 100, 1L << 40, Long.MAX_VALUE, -1}) {
            Files.write(file, ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
            assertThatThrownBy(() -> SafeTensors.open(file)).as("length " + length)
                    .isInstanceOf(CheckpointException.class).hasMessageContaining("header");
        }
        Files.write(file, new byte[]{1, 2, 3});
        assertThatThrownBy(() -> SafeTensors.open(file)).hasMessageContaining("shorter than its own header");
        Files.delete(file);
        assertThatThrownBy(() -> SafeTensors.open(file)).hasMessageContaining("cannot be read");
    }

    @Test
    void integersAreNoWeights() throws IOException {
        var file = write("{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}".getBytes(
                StandardCharsets.UTF_8), 8);
        try (var tensors = SafeTensors.open(file)) {
            assertThatThrownBy(() -> tensors.floats("a")).isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("a in " + file + " holds I64, not floating-point numbers");
            assertThatThrownBy(() -> tensors.floats("b")).hasMessageContaining("b is missing");
        }
    }

    @Test
    void aFileOfAnyBytesIsReadOrRefused() throws IOException {
        var tensors = List.of(new SafeTensorsWriter.Tensor("a", new long[]{3, 2}, new float[6]),
                new SafeTensorsWriter.Tensor("b", new long[]{5}, new float[5]));
        var file = folder.resolve("w.safetensors");
        SafeTensorsWriter.write(file, tensors, Map.of("format", "pt"));
        var whole = Files.readAllBytes(file);
        var random = new Random(6);
        for (int i = 0; i < 500; i++) {
            var bytes = Arrays.copyOf(whole, i % 2 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int k = 0; k < 3 && bytes.length > 0; k++) {
                bytes[random.nextInt(Math.min(160, bytes.length))] = (byte) random.nextInt();
            }
            Files.write(file, bytes);
            try (var read = SafeTensors.open(file)) {
                assertThat(read.names()).isNotNull();
            } catch (CheckpointException e) {
                assertThat(e).hasMessageContaining(file.toString());
            }
        }
    }

    @Test
    void twoTensorsOfOneNameAreAMistake() {
        var twice = List.of(new SafeTensorsWriter.Tensor("a", new long[]{1}, new float[1]),
                new SafeTensorsWriter.Tensor("a", new long[]{1}, new float[1]));
        assertThatThrownBy(() -> SafeTensorsWriter.write(folder.resolve("twice"), twice, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(folder.resolve("twice")).doesNotExist();
    }
}
