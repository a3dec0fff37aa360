package org.askance.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// Tensor methods that DJL does not expose, written by us in TorchScript and run by PyTorch itself.
/// Whoever needs more of them loads another instance with its own source. Lives as long as the manager
/// it was loaded on; tensor thread only.
///
/// ```java
/// var ops = ScriptedOps.load(manager, """
///           def double(self: __torch__.Ops, x: Tensor) -> Tensor:
///             return torch.add(x, x)
///         """);
/// ```
public final class ScriptedOps {

    private final NDManager manager;
    private final PtSymbolBlock module;
    private final ParameterStore noWeights;
    private final Map<String, NDArray> selectors = new HashMap<>();

    private ScriptedOps(NDManager manager, PtSymbolBlock module) {
        this.manager = manager;
        this.module = module;
        this.noWeights = new ParameterStore(manager, false);
    }

    /// Compiles `methods` for the device of `manager`.
    ///
    /// @param methods method definitions, each starting `def NAME(self: __torch__.Ops, …)` and indented by
    ///                two spaces; torch functions only in their functional form (`torch.view(x, [1])`)
    public static ScriptedOps load(NDManager manager, String methods) {
        try (var archive = new ByteArrayInputStream(ScriptArchive.of(methods))) {
            return new ScriptedOps(manager,
                    JniUtils.loadModule((PtNDManager) manager, archive, false, false));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /// Calls a method of tensors that returns a tensor. Gradients flow through it while they are being
    /// recorded. The result belongs to the manager of the first argument.
    public NDArray call(String method, NDArray... arguments) {
        return callList(method, arguments).singletonOrThrow();
    }

    /// As [#call], for a method that returns a tuple or a list of tensors.
    public NDList callList(String method, NDArray... arguments) {
        var inputs = new NDList(arguments);
        inputs.add(selectors.computeIfAbsent(method, this::selector));
        // `true` means "leave the thread's gradient mode alone"; `false` would give inference tensors,
        // which no later training step could use.
        return module.forward(noWeights, inputs, true);
    }

    /// Runs a method with arguments of any kind, without gradients. The caller closes the arguments and
    /// the answer.
    public IValue run(String method, IValue... arguments) {
        return IValueUtils.runMethod(module, method, arguments);
    }

    /// DJL picks the method by the name of an extra array, which it does not pass on.
    private NDArray selector(String method) {
        var selector = manager.create(0f);
        selector.setName("module_method:" + method);
        return selector;
    }
}
