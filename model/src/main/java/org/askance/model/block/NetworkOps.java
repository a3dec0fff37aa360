package org.askance.model.block;

import ai.djl.ndarray.NDManager;
import java.util.Locale;

/// The sub-layers of all our encoders and the losses, in TorchScript: one call from Java per sub-layer
/// keeps the bridge out of the figures, and PyTorch's fused attention is out of DJL's reach otherwise.
///
/// Shapes: `x` is `(B, N, D)`, `y` `(B, M, D)`, weights are PyTorch's `(out, in)`; `heads` is any tensor
/// whose length is the number of heads; `bias` is added to the attention scores, `(B, 1, 1, M)`.
/// A method ending in `_train` drops out its sub-layer's output before the residual is added, and gradients flow
/// through it; through the linear layers of the others they may not.
///
/// `LOW(v)` is `v` in the type that matrix products are computed in, and `HIGH(v)` brings a product back to float32:
/// both are nothing at all in float32. No method that Java calls gives a bfloat16 tensor back, as DJL knows none and
/// the process would end. Between two products GELU and ReLU work on bfloat16, as in PyTorch's autocast.
final class NetworkOps {

    private NetworkOps() {}

    private static final String BFLOAT16 = "15";
    private static final String FLOAT32 = "6";

    /// @param dropout   share of values dropped in training
    /// @param precision of matrix products
    static ScriptedOps load(NDManager manager, double dropout, Precision precision) {
        return load(manager, dropout, precision, Products.on(manager));
    }

    /// The same.
    ///
    /// @param products who computes them in float32
    static ScriptedOps load(NDManager manager, double dropout, Precision precision, Products products) {
        return ScriptedOps.load(manager, source(dropout, precision, switch (precision) {
            case FLOAT32 -> products;
            case MIXED -> Products.TORCH;
        }));
    }

    private static String source(double dropout, Precision precision, Products products) {
        var source = new StringBuilder(SHARED);
        for (var training : new boolean[]{false, true}) {
            String suffix = training ? "_train" : "";
            String drop = training
                    ? "torch.dropout(%%s, %s, True)".formatted(String.format(Locale.ROOT, "%.8f", dropout))
                    : "%s";
            source.append(products.source(training))
                    .append(SUBLAYERS.replace("$T", suffix).replace("DROP(z)", drop.formatted("z")));
        }
        return switch (precision) {
            case FLOAT32 -> cast(cast(source.toString(), "LOW", "$1"), "HIGH", "$1");
            case MIXED -> cast(cast(source.toString(), "LOW", "torch.to($1, " + BFLOAT16 + ")"), "HIGH",
                    "torch.to($1, " + FLOAT32 + ")");
        };
    }

    private static String cast(String source, String marker, String by) {
        return source.replaceAll("\\b" + marker + "\\((\\w+)\\)", by);
    }

    private static final String SHARED = """
              def norm(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
                return torch.layer_norm(x, [torch.size(x, 2)], w, b, 9.9999999999999998e-13)
              def norm5(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
                return torch.layer_norm(x, [torch.size(x, 2)], w, b, 1.0000000000000001e-05)
              def linear(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
                y = torch.linear(LOW(x), LOW(w), LOW(b))
                return HIGH(y)
              def project(self: __torch__.Ops, x: Tensor, w: Tensor) -> Tensor:
                y = torch.linear(LOW(x), LOW(w), None)
                return HIGH(y)
              def attention_weights(self: __torch__.Ops, x: Tensor, y: Tensor, qw: Tensor, qb: Tensor, kw: Tensor, kb: Tensor, heads: Tensor) -> Tensor:
                q = (self).split(LOW(x), qw, qb, heads)
                scores = torch.matmul(q, torch.transpose((self).split(LOW(y), kw, kb, heads), 2, 3))
                w = torch.softmax(torch.mul(HIGH(scores), torch.pow(torch.size(q, 3), -0.5)), 3)
                return torch.mean(w, [1])
              def word_embedding(self: __torch__.Ops, ids: Tensor, words: Tensor, places: Tensor) -> Tensor:
                return torch.add(torch.embedding(words, ids), torch.slice(places, 0, 0, torch.size(ids, 1), 1))
              def bert_embedding(self: __torch__.Ops, ids: Tensor, words: Tensor, places: Tensor, types: Tensor, w: Tensor, b: Tensor) -> Tensor:
                x = torch.add((self).word_embedding(ids, words, places), torch.select(types, 0, 0))
                return (self).norm(x, w, b)
              def patch_embedding(self: __torch__.Ops, pixels: Tensor, w: Tensor, b: Tensor, cls: Tensor, places: Tensor) -> Tensor:
                e = torch.size(w, 2)
                p = torch.flatten(torch.conv2d(LOW(pixels), LOW(w), LOW(b), [e, e]), 2, -1)
                x = torch.transpose(HIGH(p), 1, 2)
                c = torch.expand(torch.view(cls, [1, 1, -1]), [torch.size(x, 0), 1, torch.size(x, 2)])
                return torch.add(torch.cat([c, x], 1), places)
              def patch_embedding_free(self: __torch__.Ops, pixels: Tensor, w: Tensor, cls: Tensor, places: Tensor) -> Tensor:
                e = torch.size(w, 2)
                p = torch.flatten(torch.conv2d(LOW(pixels), LOW(w), None, [e, e]), 2, -1)
                x = torch.transpose(HIGH(p), 1, 2)
                c = torch.expand(torch.view(cls, [1, 1, -1]), [torch.size(x, 0), 1, torch.size(x, 2)])
                return torch.add(torch.cat([c, x], 1), places)
              def row(self: __torch__.Ops, x: Tensor, places: Tensor) -> Tensor:
                i = torch.expand(torch.view(places, [-1, 1, 1]), [torch.size(x, 0), 1, torch.size(x, 2)])
                return torch.squeeze(torch.gather(x, 1, i), 1)
              def pool(self: __torch__.Ops, x: Tensor, mask: Tensor) -> Tensor:
                m = torch.unsqueeze(mask, 2)
                return torch.div(torch.sum(torch.mul(x, m), [1]), torch.sum(m, [1]))
              def pool_all(self: __torch__.Ops, x: Tensor) -> Tensor:
                return torch.mean(x, [1])
              def unit(self: __torch__.Ops, x: Tensor) -> Tensor:
                return torch.div(x, torch.clamp_min(torch.norm(x, 2, [1], True), 9.9999999999999998e-13))
              def softmax(self: __torch__.Ops, x: Tensor) -> Tensor:
                return torch.softmax(x, 1)
              def info_nce(self: __torch__.Ops, student: Tensor, teacher: Tensor, tau: Tensor) -> Tensor:
                logits = torch.div(torch.matmul((self).unit(student), torch.t((self).unit(teacher))), tau)
                y = torch.arange(torch.size(logits, 0), dtype=4, device=logits.device)
                rows = torch.cross_entropy_loss(logits, y)
                columns = torch.cross_entropy_loss(torch.t(logits), y)
                return torch.mul(torch.add(rows, columns), 0.5)
              def contrast(self: __torch__.Ops, x: Tensor, y: Tensor, scale: Tensor) -> Tensor:
                return (self).info_nce(x, y, torch.exp(torch.neg(torch.clamp_max(scale, 4.6051701859880918))))
              def classify(self: __torch__.Ops, logits: Tensor, labels: Tensor) -> Tensor:
                total = torch.cross_entropy_loss(logits, labels, None, 2, -100, 0.)
                count = torch.sum(torch.ne(labels, -100))
                return torch.div(total, torch.clamp_min(count, 1))
              def classify_weighted(self: __torch__.Ops, logits: Tensor, labels: Tensor, weights: Tensor) -> Tensor:
                total = torch.cross_entropy_loss(logits, labels, weights, 2, -100, 0.)
                each = torch.mul(torch.index_select(weights, 0, torch.clamp_min(labels, 0)), torch.ne(labels, -100))
                return torch.div(total, torch.clamp_min(torch.sum(each), 9.9999999999999995e-07))
            """;

    private static final String SUBLAYERS = """
              def split$T(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor, heads: Tensor) -> Tensor:
                y = (self).lin$T(x, LOW(w), LOW(b))
                return torch.transpose(torch.view(y, [torch.size(y, 0), torch.size(y, 1), torch.size(heads, 0), -1]), 1, 2)
              def merge$T(self: __torch__.Ops, z: Tensor, w: Tensor, b: Tensor) -> Tensor:
                y = torch.transpose(z, 1, 2)
                u = (self).lin$T(torch.reshape(y, [torch.size(y, 0), torch.size(y, 1), -1]), LOW(w), LOW(b))
                return HIGH(u)
              def perceptron$T(self: __torch__.Ops, x: Tensor, uw: Tensor, ub: Tensor, dw: Tensor, db: Tensor) -> Tensor:
                u = torch.relu((self).lin$T(LOW(x), LOW(uw), LOW(ub)))
                y = (self).lin$T(u, LOW(dw), LOW(db))
                return HIGH(y)
              def post_attend$T(self: __torch__.Ops, x: Tensor, y: Tensor, qw: Tensor, qb: Tensor, kw: Tensor, kb: Tensor, vw: Tensor, vb: Tensor, ow: Tensor, ob: Tensor, nw: Tensor, nb: Tensor, heads: Tensor, bias: Tensor) -> Tensor:
                t = LOW(y)
                a = torch.scaled_dot_product_attention((self).split$T(LOW(x), qw, qb, heads), (self).split$T(t, kw, kb, heads), (self).split$T(t, vw, vb, heads), LOW(bias))
                z = (self).merge$T(a, ow, ob)
                return (self).norm(torch.add(DROP(z), x), nw, nb)
              def post_attend_free$T(self: __torch__.Ops, x: Tensor, y: Tensor, qw: Tensor, qb: Tensor, kw: Tensor, kb: Tensor, vw: Tensor, vb: Tensor, ow: Tensor, ob: Tensor, nw: Tensor, nb: Tensor, heads: Tensor) -> Tensor:
                t = LOW(y)
                a = torch.scaled_dot_product_attention((self).split$T(LOW(x), qw, qb, heads), (self).split$T(t, kw, kb, heads), (self).split$T(t, vw, vb, heads))
                z = (self).merge$T(a, ow, ob)
                return (self).norm(torch.add(DROP(z), x), nw, nb)
              def post_feed$T(self: __torch__.Ops, x: Tensor, uw: Tensor, ub: Tensor, dw: Tensor, db: Tensor, nw: Tensor, nb: Tensor) -> Tensor:
                u = torch.gelu((self).lin$T(LOW(x), LOW(uw), LOW(ub)))
                y = (self).lin$T(u, LOW(dw), LOW(db))
                z = HIGH(y)
                return (self).norm(torch.add(DROP(z), x), nw, nb)
              def vit_attend$T(self: __torch__.Ops, x: Tensor, nw: Tensor, nb: Tensor, qw: Tensor, qb: Tensor, kw: Tensor, kb: Tensor, vw: Tensor, vb: Tensor, ow: Tensor, ob: Tensor, heads: Tensor) -> Tensor:
                n = (self).norm(x, nw, nb)
                y = LOW(n)
                a = torch.scaled_dot_product_attention((self).split$T(y, qw, qb, heads), (self).split$T(y, kw, kb, heads), (self).split$T(y, vw, vb, heads))
                z = (self).merge$T(a, ow, ob)
                return torch.add(DROP(z), x)
              def vit_feed$T(self: __torch__.Ops, x: Tensor, nw: Tensor, nb: Tensor, uw: Tensor, ub: Tensor, dw: Tensor, db: Tensor) -> Tensor:
                n = (self).norm(x, nw, nb)
                u = torch.gelu((self).lin$T(LOW(n), LOW(uw), LOW(ub)))
                y = (self).lin$T(u, LOW(dw), LOW(db))
                z = HIGH(y)
                return torch.add(DROP(z), x)
              def clip_attend$T(self: __torch__.Ops, x: Tensor, nw: Tensor, nb: Tensor, qw: Tensor, qb: Tensor, kw: Tensor, kb: Tensor, vw: Tensor, vb: Tensor, ow: Tensor, ob: Tensor, heads: Tensor) -> Tensor:
                n = (self).norm5(x, nw, nb)
                y = LOW(n)
                a = torch.scaled_dot_product_attention((self).split$T(y, qw, qb, heads), (self).split$T(y, kw, kb, heads), (self).split$T(y, vw, vb, heads))
                z = (self).merge$T(a, ow, ob)
                return torch.add(DROP(z), x)
              def clip_attend_causal$T(self: __torch__.Ops, x: Tensor, nw: Tensor, nb: Tensor, qw: Tensor, qb: Tensor, kw: Tensor, kb: Tensor, vw: Tensor, vb: Tensor, ow: Tensor, ob: Tensor, heads: Tensor) -> Tensor:
                n = (self).norm5(x, nw, nb)
                y = LOW(n)
                a = torch.scaled_dot_product_attention((self).split$T(y, qw, qb, heads), (self).split$T(y, kw, kb, heads), (self).split$T(y, vw, vb, heads), None, 0., True)
                z = (self).merge$T(a, ow, ob)
                return torch.add(DROP(z), x)
              def clip_feed$T(self: __torch__.Ops, x: Tensor, nw: Tensor, nb: Tensor, uw: Tensor, ub: Tensor, dw: Tensor, db: Tensor) -> Tensor:
                n = (self).norm5(x, nw, nb)
                u = (self).lin$T(LOW(n), LOW(uw), LOW(ub))
                y = (self).lin$T(torch.mul(u, torch.sigmoid(torch.mul(u, 1.702))), LOW(dw), LOW(db))
                z = HIGH(y)
                return torch.add(DROP(z), x)
              def drop$T(self: __torch__.Ops, z: Tensor) -> Tensor:
                return DROP(z)
            """;
}
