"""Messages about what a program does."""

import sys as _sys
import time as _time

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
_NAMES = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"


def getLevelName(level):
    """The name of a level, or the level of a name."""
    for number, name in _NAMES.items():
        if name == level:
            return number
    return _NAMES.get(level, f"Level {level}")


def addLevelName(level, levelName):
    """Names a level."""
    _NAMES[level] = levelName


def _level(level):
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    found = getLevelName(level)
    if not isinstance(found, int):
        raise ValueError(f"Unknown level: {level!r}")
    return found


class LogRecord:
    """A message with all that is known about it."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None):
        self.name = name
        self.msg = msg
        self.args = args[0] if args and len(args) == 1 and isinstance(args[0], dict) \
            and args[0] else args
        self.levelno = level
        self.levelname = getLevelName(level)
        self.pathname = pathname
        self.filename = self.module = pathname
        self.lineno = lineno
        self.funcName = func
        self.exc_info = exc_info
        self.created = _time.time()
        self.msecs = int((self.created - int(self.created)) * 1000)
        self.relativeCreated = 0.0
        self.process = 1
        self.processName = "MainProcess"
        self.threadName = "MainThread"

    def getMessage(self):
        text = str(self.msg)
        return text % self.args if self.args else text


class Formatter:
    """How messages are written."""

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        if style not in "%{$":
            raise ValueError("Style must be one of: %,{,$")
        self._style = style
        self._fmt = fmt or "%(message)s"
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        moment = _time.localtime(record.created)
        if datefmt:
            return _time.strftime(datefmt, moment)
        return f"{_time.strftime('%Y-%m-%d %H:%M:%S', moment)},{record.msecs:03d}"

    def format(self, record):
        record.message = record.getMessage()
        if "asctime" in self._fmt:
            record.asctime = self.formatTime(record, self.datefmt)
        if self._style == "{":
            text = self._fmt.format(**record.__dict__)
        elif self._style == "$":
            import string
            text = string.Template(self._fmt).substitute(**record.__dict__)
        else:
            text = self._fmt % record.__dict__
        if record.exc_info:
            import traceback
            lines = "".join(traceback.format_exception(*record.exc_info)).rstrip("\n")
            text = f"{text}\n{lines}"
        return text


class Filterer:
    """What may hold messages back."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        return all((one.filter if hasattr(one, "filter") else one)(record)
                   for one in self.filters)


class Handler(Filterer):
    """Where messages go."""

    def __init__(self, level=NOTSET):
        super().__init__()
        self.level = _level(level)
        self.formatter = None

    def setLevel(self, level):
        self.level = _level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or Formatter()).format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        if self.filter(record):
            self.emit(record)

    def flush(self):
        pass

    def close(self):
        pass


class StreamHandler(Handler):
    """Writes messages to a stream."""

    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = stream

    def setStream(self, stream):
        self.stream = stream

    def emit(self, record):
        stream = _sys.stderr if self.stream is None else self.stream
        stream.write(self.format(record) + self.terminator)


class NullHandler(Handler):
    """Writes nothing."""

    def emit(self, record):
        pass


class FileHandler(StreamHandler):
    """Refused: a note does not write files."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        super().__init__(open(filename, mode))


class Logger(Filterer):
    """A source of messages."""

    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name = name
        self.level = _level(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"

    def setLevel(self, level):
        self.level = _level(level)

    def getEffectiveLevel(self):
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        return not self.disabled and level > _disabled[0] and level >= self.getEffectiveLevel()

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        return any(logger.handlers for logger in self._line())

    def getChild(self, suffix):
        return getLogger(suffix if self is root else f"{self.name}.{suffix}")

    def _line(self):
        logger = self
        while logger is not None:
            yield logger
            logger = logger.parent if logger.propagate else None

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        if isinstance(exc_info, BaseException):
            exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
        elif exc_info and not isinstance(exc_info, tuple):
            exc_info = _sys.exc_info()
        record = LogRecord(self.name, level, "note", 0, msg, args, exc_info)
        record.__dict__.update(extra or {})
        self.handle(record)

    def handle(self, record):
        if self.disabled or not self.filter(record):
            return
        handled = False
        for logger in self._line():
            for handler in logger.handlers:
                handled = True
                if record.levelno >= handler.level:
                    handler.handle(record)
        if not handled and record.levelno >= WARNING:
            _sys.stderr.write(record.getMessage() + "\n")

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    fatal = critical


class RootLogger(Logger):
    """The logger that all others end in."""


root = RootLogger("root", WARNING)
_loggers = {}
_disabled = [0]


def getLogger(name=None):
    """The logger of a name, always the same one."""
    if not name or name == "root":
        return root
    if name not in _loggers:
        made = _loggers[name] = Logger(name)
        made.parent = root
        parts = name.split(".")
        for end in range(len(parts) - 1, 0, -1):
            parent = ".".join(parts[:end])
            if parent in _loggers:
                made.parent = _loggers[parent]
                break
        for other in _loggers.values():
            if other.name.startswith(name + ".") and len(other.parent.name) < len(name) \
                    or other.name.startswith(name + ".") and other.parent is root:
                other.parent = made
    return _loggers[name]


def basicConfig(*, level=None, format=None, datefmt=None, style="%", stream=None, handlers=None,
                force=False, filename=None, filemode="a", encoding=None, errors=None):
    """Says how the root logger writes, unless it is known already."""
    if force:
        root.handlers.clear()
    if root.handlers:
        return
    if handlers is None:
        handlers = [StreamHandler(stream) if filename is None
                    else FileHandler(filename, filemode)]
    default = {"%": BASIC_FORMAT, "{": "{levelname}:{name}:{message}",
               "$": "${levelname}:${name}:${message}"}[style]
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(Formatter(format or default, datefmt, style))
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


def disable(level=CRITICAL):
    """Holds back all messages up to a level."""
    _disabled[0] = _level(level)


def _of_root(name):
    def function(msg, *args, **kwargs):
        if not root.handlers:
            basicConfig()
        getattr(root, name)(msg, *args, **kwargs)
    function.__name__ = name
    return function


debug, info, warning, error, exception, critical = map(
    _of_root, ("debug", "info", "warning", "error", "exception", "critical"))
warn, fatal = warning, critical


def log(level, msg, *args, **kwargs):
    """A message of a level."""
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def captureWarnings(capture):
    pass


def shutdown():
    pass
