"""CLFA in plain PyTorch, the reference that SpeedBench times itself against. Reads commands, answers seconds.

    python clfa.py FOLDER THREADS PAIRS COUNT      FOLDER holds bert/ and vit/; PAIRS a guid folder, or -
"""
import os, sys, time
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file
from transformers import BertConfig, BertModel, BertTokenizerFast, ViTConfig, ViTModel

WIDTH, HEADS, LAYERS, CLASSES = 512, 8, 3, {"sarcasm": 2, "sentiment": 3}


class Attend(nn.Module):
    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)

    def forward(self, x, y, bias):
        heads = lambda t: t.unflatten(-1, (HEADS, -1)).transpose(1, 2)
        z = F.scaled_dot_product_attention(heads(self.q(x)), heads(self.k(y)), heads(self.v(y)), bias)
        return self.norm(self.drop(self.o(z.transpose(1, 2).flatten(2))) + x)


class Fuse(nn.Module):
    def __init__(self):
        super().__init__()
        self.text, self.image = Attend(), Attend()
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)

    def forward(self, t, bias, i):
        t = self.image(self.text(t, t, bias), i, None)
        return self.norm(self.drop(self.down(F.gelu(self.up(t)))) + t)


class Clfa(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.bert = BertModel(BertConfig(attention_probs_dropout_prob=0.0), add_pooling_layer=False)
        self.bert.load_state_dict(load_file(folder + "/bert/model.safetensors"), strict=False)
        self.vit = ViTModel(ViTConfig(patch_size=32, hidden_dropout_prob=0.1), add_pooling_layer=False)
        self.vit.load_state_dict(load_file(folder + "/vit/model.safetensors"), strict=False)
        project = lambda: nn.Sequential(nn.Linear(768, 1536), nn.ReLU(), nn.Linear(1536, WIDTH))
        self.of_text, self.of_image = project(), project()
        self.fusion = nn.ModuleList(Fuse() for _ in range(LAYERS))
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, n) for name, n in CLASSES.items()})

    def forward(self, ids, mask, pixels):
        t = self.of_text(self.bert(input_ids=ids, attention_mask=mask).last_hidden_state)
        i = self.of_image(self.vit(pixel_values=pixels).last_hidden_state)
        m = mask.unsqueeze(2).float()
        pool = lambda x: (x * m).sum(1) / m.sum(1)
        bias = (1.0 - mask[:, None, None, :].float()) * -10000.0
        f = t
        for layer in self.fusion:
            f = layer(f, bias, i)
        fused = pool(f)
        return pool(t), i.mean(1), fused, {name: head(fused) for name, head in self.heads.items()}


def nce(student, teacher):
    logits = F.normalize(student, dim=1) @ F.normalize(teacher, dim=1).T / 0.1
    y = torch.arange(len(student))
    return 0.5 * (F.cross_entropy(logits, y) + F.cross_entropy(logits.T, y))


def main():
    folder, threads, real, count = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    net = Clfa(folder)
    ids, mask = torch.randint(1000, 30000, (8, 64)), torch.ones(8, 64, dtype=torch.long)
    pixels, teacher = torch.randn(8, 3, 224, 224), torch.full((8, WIDTH), 0.1)
    labels = {"sarcasm": torch.arange(8) % 2, "sentiment": torch.arange(8) % 3}
    optimizer = None

    def infer():
        net.eval()
        with torch.inference_mode():
            net(ids, mask, pixels)

    def train():
        nonlocal optimizer
        net.train()
        if optimizer is None:
            decay = [p for p in net.parameters() if p.dim() > 1]
            rest = [p for p in net.parameters() if p.dim() <= 1]
            optimizer = torch.optim.AdamW([{"params": decay, "weight_decay": 0.01}, {"params": rest, "weight_decay": 0.0}], lr=1e-5, fused=True)
        optimizer.zero_grad()
        t, i, _, logits = net(ids, mask, pixels)
        loss = nce(t, teacher) + nce(i, teacher) + sum(F.cross_entropy(logits[n], labels[n]) for n in CLASSES)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0, foreach=True)
        optimizer.step()

    def photos():
        from PIL import Image
        import numpy as np
        tokenizer = photos.tokenizer = getattr(photos, "tokenizer", None) or BertTokenizerFast(tokenizer_file=folder + "/bert/tokenizer.json")
        mean, std = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1), torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)
        names = sorted(n for n in os.listdir(real + "/data") if n.endswith(".jpg"))[:count]
        net.eval()
        with torch.inference_mode():
            for at in range(0, len(names), 32):
                batch, texts = [], []
                for name in names[at:at + 32]:
                    image = Image.open(real + "/data/" + name).convert("RGB").resize((224, 224), Image.BILINEAR)
                    batch.append((torch.from_numpy(np.array(image)).permute(2, 0, 1).float() / 255 - mean) / std)
                    texts.append(open(real + "/data/" + name.replace(".jpg", ".txt"), encoding="latin-1").read().strip())
                tokens = tokenizer(texts, padding=True, truncation=True, max_length=77, return_tensors="pt")
                net(tokens["input_ids"], tokens["attention_mask"], torch.stack(batch))

    import PIL, transformers
    print(f"Python: torch {torch.__version__}, transformers {transformers.__version__}, Pillow {PIL.__version__}, {torch.get_num_threads()} threads", flush=True)
    for line in sys.stdin:
        command = line.strip()
        if command == "memory":
            rss = next(l for l in open("/proc/self/status") if l.startswith("VmRSS:"))
            print(int(rss.split()[1]) // 1024, flush=True)
            continue
        start = time.perf_counter()
        {"infer": infer, "train": train, "photos": photos}[command]()
        print(time.perf_counter() - start, flush=True)


main()
