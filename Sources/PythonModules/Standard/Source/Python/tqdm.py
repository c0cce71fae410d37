"""Loops that say how far they are. A page shows where they ended."""

import sys as _sys
import time as _time

__all__ = ["tqdm", "trange"]


class tqdm:
    """A bar of a loop's progress, on standard error."""

    _WIDTH = 10
    _BLOCKS, _DIGITS = " ▏▎▍▌▋▊▉█", " 123456789#"

    def __init__(self, iterable=None, desc=None, total=None, leave=True, file=None, ncols=None,
                 mininterval=0.1, maxinterval=10.0, miniters=None, ascii=None, disable=False,
                 unit="it", unit_scale=False, dynamic_ncols=False, smoothing=0.3, bar_format=None,
                 initial=0, position=None, postfix=None, unit_divisor=1000, write_bytes=False,
                 lock_args=None, nrows=None, colour=None, delay=0, gui=False, **kwargs):
        if total is None and iterable is not None:
            try:
                total = len(iterable)
            except (TypeError, AttributeError):
                total = None
        self.iterable = iterable
        self.desc = desc or ""
        self.total = total
        self.n = initial
        self.unit = unit
        self.disable = bool(disable)
        self.leave = leave
        self.postfix = None
        self._file = file
        self._columns = ncols
        is_plain = file is not None and not getattr(file, "encoding", None)
        self._signs = self._DIGITS if ascii or ascii is None and is_plain else self._BLOCKS
        self._start = _time.perf_counter()
        self._is_open = True
        if isinstance(postfix, dict):
            self.set_postfix(postfix, refresh=False)

    def __iter__(self):
        try:
            for item in self.iterable:
                yield item
                self.n += 1
        finally:
            self.close()

    def __len__(self):
        return self.total if self.iterable is None else len(self.iterable)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def update(self, n=1):
        self.n += n

    def set_description(self, desc=None, refresh=True):
        self.desc = desc + ": " if desc else ""

    def set_description_str(self, desc=None, refresh=True):
        self.desc = desc or ""

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        values = {**(ordered_dict or {}), **dict(sorted(kwargs.items()))}
        self.postfix = ", ".join(f"{key}={self._shown(value)}" for key, value in values.items())

    def set_postfix_str(self, s="", refresh=True):
        self.postfix = str(s)

    @staticmethod
    def _shown(value):
        return tqdm.format_num(value) if isinstance(value, (int, float)) else str(value).strip()

    @staticmethod
    def format_num(n):
        """A number in three digits or as it is, whichever is shorter."""
        short = f"{n:.3g}".replace("e+0", "e+").replace("e-0", "e-")
        whole = str(n)
        return short if len(short) < len(whole) else whole

    @staticmethod
    def format_interval(t):
        minutes, seconds = divmod(int(t), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes:02d}:{seconds:02d}"

    def _line(self):
        elapsed = _time.perf_counter() - self._start
        rate = self.n / elapsed if elapsed > 0 else 0
        speed = f"{rate:5.2f}{self.unit}/s" if rate >= 1 or rate == 0 else \
            f"{1 / rate:5.2f}s/{self.unit}"
        extra = f", {self.postfix}" if self.postfix else ""
        title = self.desc if not self.desc or self.desc.endswith(": ") else self.desc + ": "
        if not self.total:
            return f"{title}{self.n}{self.unit} [{self.format_interval(elapsed)}, {speed}{extra}]"
        left = self.format_interval((self.total - self.n) / rate) if rate else "?"
        share = min(self.n / self.total, 1)
        head = f"{title}{share * 100:3.0f}%|"
        tail = f"| {self.n}/{self.total} [{self.format_interval(elapsed)}<{left}, {speed}{extra}]"
        width = max(1, self._columns - len(head) - len(tail)) if self._columns else self._WIDTH
        return head + self._bar(share, width) + tail

    def _bar(self, share, width):
        """So many signs, the last of them a part of one."""
        parts = len(self._signs) - 1
        full, part = divmod(int(share * width * parts), parts)
        return (self._signs[-1] * full + self._signs[part].strip()).ljust(width)

    def __repr__(self):
        return self._line()

    def refresh(self, *args, **kwargs):
        return None

    def reset(self, total=None):
        self.n = 0
        self.total = self.total if total is None else total
        self._start = _time.perf_counter()

    def close(self):
        """Writes the bar as it stands at the end."""
        if not self._is_open:
            return
        self._is_open = False
        if not self.disable and self.leave:
            print(self._line(), file=self._file or _sys.stderr)

    @classmethod
    def write(cls, s, file=None, end="\n", nolock=False):
        print(s, file=file or _sys.stdout, end=end)


def trange(*args, **kwargs):
    return tqdm(range(*args), **kwargs)


tqdm.__module__ = "tqdm.std"
