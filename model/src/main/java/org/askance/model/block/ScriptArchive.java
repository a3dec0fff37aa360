package org.askance.model.block;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a TorchScript archive without weights around source text of ours, as `torch.jit.save` would:
/// a zip of uncompressed entries, of which `data.pkl` is one object with `training = True`.
final class ScriptArchive {

    private static final String CLASS = """
            class Ops(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
            """;

    private ScriptArchive() {}

    /// @param methods TorchScript method definitions, indented by two spaces
    static byte[] of(String methods) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("data.pkl", object());
        entries.put("code/__torch__.py", (CLASS + methods).getBytes(StandardCharsets.UTF_8));
        entries.put("constants.pkl", ascii("\u0080\u0002)."));
        entries.put("version", ascii("3\n"));
        entries.put("byteorder", ascii("little"));
        return zip(entries);
    }

    /// Pickle, protocol 2: a new `__torch__.Ops`, its state the dict `{"training": True}`.
    private static byte[] object() {
        return ascii("\u0080\u0002c__torch__\nOps\nq\u0000)\u0081}X\b\u0000\u0000\u0000trainingq\u0001\u0088sb.");
    }

    private static byte[] ascii(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : entries.entrySet()) {
                var crc = new CRC32();
                crc.update(file.getValue());
                var entry = new ZipEntry("ops/" + file.getKey());
                entry.setMethod(ZipEntry.STORED); // PyTorch reads no compressed ones
                entry.setSize(file.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
