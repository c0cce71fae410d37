"""How long statements take."""

import time as _time

__all__ = ["Timer", "default_timer", "repeat", "timeit"]

default_timer = _time.perf_counter


class Timer:
    """A statement, or a function without arguments, and what comes before it once."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self._space = {} if globals is None else globals
        self._statement = self._runnable(stmt, "stmt")
        self._setup = self._runnable(setup, "setup")
        self.timer = timer

    def _runnable(self, part, name):
        if callable(part):
            return part
        if not isinstance(part, str):
            raise ValueError(f"{name} is neither a string nor callable")
        code = compile(part, "<timeit-src>", "exec")
        return lambda: exec(code, self._space)

    def timeit(self, number=1000000):
        """The seconds that so many runs take together."""
        self._setup()
        run = self._statement
        start = self.timer()
        for _ in range(number):
            run()
        return self.timer() - start

    def repeat(self, repeat=5, number=1000000):
        """The seconds of each of several rounds."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """So many runs that they take at least 0.2 seconds, and the seconds they took."""
        scale = 1
        while True:
            for step in (1, 2, 5):
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=1000000, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=5, number=1000000, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
