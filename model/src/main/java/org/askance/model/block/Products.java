package org.askance.model.block;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Which library multiplies float32 matrices in the linear layers. PyTorch asks MKL, which on AMD's processors
/// leaves half of their speed unused; oneDNN, which is in PyTorch too, does not (2.3 times as fast on Zen 5, forward,
/// and twice in training). The choice follows from the processor alone, so that one machine always gives the same
/// numbers.
///
/// Each constant is the body of `lin(x, w, b)`, without and with gradients.
enum Products {
    TORCH("""
                    return torch.linear(x, w, b)
            """, """
                    return torch.linear(x, w, b)
            """),
    /// Without gradients a single call; with them the layer that PyTorch can differentiate, for which `x` and the
    /// result are copied to oneDNN's tensors and back.
    ONEDNN("""
                    return ops.mkldnn._linear_pointwise(x, w, b, "none", annotate(List[Optional[number]], []), None)
            """, """
                    y = torch.mkldnn_linear(torch.to_mkldnn(x, None), w, b)
                    return torch.to_dense(y, None)
            """);

    private final String plain;
    private final String differentiable;

    Products(String plain, String differentiable) {
        this.plain = plain;
        this.differentiable = differentiable;
    }

    /// What is best for the device of `manager`. The system property `askance.onednn`, true or false, decides for
    /// the CPU instead.
    static Products on(NDManager manager) {
        if (manager.getDevice().isGpu() || !Boolean.parseBoolean(System.getProperty("askance.onednn",
                Boolean.toString(Maker.IS_AMD)))) {
            return TORCH;
        }
        return oneDnnIsIn(manager) ? ONEDNN : TORCH;
    }

    /// Whether this build of PyTorch has what is called here: that for ARM Macs has no oneDNN.
    static boolean oneDnnIsIn(NDManager manager) {
        try (var scope = manager.newSubManager()) {
            var _ = ScriptedOps.load(scope, ONEDNN.source(false) + ONEDNN.source(true));
            return true;
        } catch (EngineException _) {
            return false;
        }
    }

    /// The method `lin`, or `lin_train`.
    String source(boolean training) {
        return training ? method("lin_train", differentiable) : method("lin", plain);
    }

    private static String method(String name, String body) {
        return "  def %s(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor) -> Tensor:\n".formatted(name)
                + body.indent(-4);
    }

    private static final class Maker {

        static final boolean IS_AMD = isAmd();

        private static boolean isAmd() {
            var arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
            if (!arch.equals("amd64") && !arch.equals("x86_64")) {
                return false;
            }
            if (System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "").contains("AuthenticAMD")) {
                return true;
            }
            try (var lines = Files.lines(Path.of("/proc/cpuinfo"), StandardCharsets.ISO_8859_1)) {
                return lines.limit(20).anyMatch(line -> line.startsWith("vendor_id") && line.contains("AuthenticAMD"));
            } catch (IOException _) {
                return false;
            }
        }
    }
}
