# Seconds of a forward pass and of a training step of recurrent layers in PyTorch.
# Before this stands `sizes`, each (N, T, D, H, layers).
import time

import torch

torch.set_num_threads(2)


def fastest(work):
    work()
    work()
    times = []
    while len(times) < 5 or sum(times) < 0.25 and len(times) < 100:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def measure(name, kind, size):
    batch, steps, features, units, count = size
    model = kind(features, units, num_layers=count, batch_first=True)
    optimizer = torch.optim.Adam(model.parameters())
    x = torch.randn(batch, steps, features)

    def forward():
        with torch.inference_mode():
            return model(x)[0]

    def train():
        optimizer.zero_grad()
        loss = model(x)[0].square().mean()
        loss.backward()
        optimizer.step()
        return loss

    print(*size, name, fastest(lambda: forward().numpy()), fastest(lambda: train().item()))


for size in sizes:
    for name, kind in [
        ("SimpleRNN", torch.nn.RNN),
        ("LSTM", torch.nn.LSTM),
        ("GRU", torch.nn.GRU),
    ]:
        measure(name, kind, size)
