"""The bar that shows how far a training is, for programs that train by hand."""
import sys
import time

import numpy as np


class Progbar:
    def __init__(self, target, width=30, verbose=1, interval=0.05, stateful_metrics=None,
                 unit_name='step'):
        self.target, self.width, self.verbose = target, width, verbose
        self.interval, self.unit_name = interval, unit_name
        self.stateful_metrics = set(stateful_metrics or [])
        self._values = {}
        self._seen_so_far = 0
        self._total_width = 0
        self._start = time.time()
        self._last_update = 0
        self._after_first = None

    def add(self, n, values=None):
        self.update(self._seen_so_far + n, values)

    def update(self, current, values=None, finalize=None):
        if finalize is None:
            finalize = self.target is not None and current >= self.target
        for name, value in values or []:
            if name in self.stateful_metrics:
                self._values[name] = [value, 1]
                continue
            weight = max(current - self._seen_so_far, 1)
            total, count = self._values.get(name, [0, 0])
            self._values[name] = [total + value * weight, count + weight]
        self._seen_so_far = current
        now = time.time()
        if self.verbose == 1:
            if now - self._last_update < self.interval and not finalize:
                return
            before, line = self._total_width, self._bar(current)
            self._total_width = len(line)
            line += self._times(current, now, finalize) + self._means()
            blanks = ' ' * max(before - len(line), 0)
            self._total_width = len(line)
            self._write('\b' * before + '\r' + line + blanks + ('\n' if finalize else ''))
        elif self.verbose == 2 and finalize:
            digits = len(str(self.target))
            self._write(f'{current:{digits}d}/{self.target}' + f' - {now - self._start:.0f}s'
                        + self._means() + f' -{self._duration(now - self._start, "epoch")}'
                        + f' -{self._duration((now - self._start) / max(current, 1), self.unit_name)}\n')
        self._last_update = now

    def _bar(self, current):
        if self.target is None:
            return f'{current:7d}/Unknown'
        digits = len(str(self.target))
        done = int(self.width * current / self.target)
        bar = f'{current:{digits}d}/{self.target} ['
        if done > 0:
            bar += '=' * (done - 1) + ('>' if current < self.target else '=')
        return bar + '.' * (self.width - done) + ']'

    def _times(self, current, now, finalize):
        each = self._each(current, now)
        if self.target is None or finalize:
            return f' - {now - self._start:.0f}s{self._duration(each, self.unit_name)}'
        left = each * (self.target - current)
        if left > 3600:
            return f' - ETA: {left // 3600:.0f}:{left % 3600 // 60:02.0f}:{left % 60:02.0f}'
        return f' - ETA: {left // 60:.0f}:{left % 60:02.0f}' if left > 60 else f' - ETA: {left:.0f}s'

    def _each(self, current, now):
        """How long a step takes; the first one, which prepares the others, does not count."""
        if current == 0:
            return 0
        if self._after_first is not None and current > 1:
            return (now - self._after_first) / (current - 1)
        if current == 1:
            self._after_first = now
        return (now - self._start) / current

    def _duration(self, seconds, unit):
        if seconds >= 1 or seconds == 0:
            return f' {seconds:.0f}s/{unit}'
        return f' {seconds * 1e3:.0f}ms/{unit}' if seconds >= 1e-3 else f' {seconds * 1e6:.0f}us/{unit}'

    def _means(self):
        text = ''
        for name, (total, count) in self._values.items():
            mean = np.mean(total / max(1, count))
            size = abs(mean) if self.verbose == 1 else mean
            text += f' - {name}:' + (f' {mean:.4f}' if size > 1e-3 else f' {mean:.4e}')
        return text

    def _write(self, text):
        sys.stdout.write(text)
        sys.stdout.flush()
