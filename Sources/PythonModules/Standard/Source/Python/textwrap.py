"""Text in lines of a certain width."""

import re as _re

_BLANK = "\t\n\x0b\x0c\r "
_SPACES = dict.fromkeys(map(ord, _BLANK), " ")
_WORDS = _re.compile(
    r"([\t\n\x0b\x0c\r ]+"
    r"|(?<=[\w!\"'&.,?])-{2,}(?=\w)"
    r"|[^\t\n\x0b\x0c\r ](?:[^\t\n\x0b\x0c\r ])*?(?:"
    r"-(?:(?<=[^\d\W]{2}-)|(?<=[^\d\W]-[^\d\W]-))(?=[^\d\W]-?[^\d\W])"
    r"|(?=[\t\n\x0b\x0c\r ]|\Z)"
    r"|(?<=[\w!\"'&.,?])(?=-{2,}\w)))")
_PLAIN_WORDS = _re.compile(r"([\t\n\x0b\x0c\r ]+)")


class TextWrapper:
    """How text is put into lines."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_SPACES)
        pattern = _WORDS if self.break_on_hyphens else _PLAIN_WORDS
        return [chunk for chunk in pattern.split(text) if chunk]

    def wrap(self, text):
        """The lines of a text."""
        chunks = self._chunks(text)[::-1]
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            if self.drop_whitespace and not chunks[-1].strip() and lines:
                chunks.pop()
            line, length = [], 0
            while chunks and length + len(chunks[-1]) <= room:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > room:
                self._break(chunks, line, room - length, room)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line[-1])
                line.pop()
            if not line:
                continue
            rest = chunks and not (self.drop_whitespace and len(chunks) == 1
                                   and not chunks[0].strip())
            if self.max_lines is None or len(lines) + 1 < self.max_lines or (
                    not rest and length <= room):
                lines.append(indent + "".join(line))
                continue
            lines.append(self._shortened(lines, line, length, room, indent))
            break
        return [line for line in lines if line is not None]

    def _shortened(self, lines, line, length, room, indent):
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= room:
                return indent + "".join(line) + self.placeholder
            length -= len(line.pop())
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return None
        return indent + self.placeholder.lstrip()

    def _break(self, chunks, line, room, whole):
        room = 1 if whole < 1 else room
        if self.break_long_words:
            chunk = chunks[-1]
            end = room
            if self.break_on_hyphens and len(chunk) > room:
                hyphen = chunk.rfind("-", 0, room)
                if hyphen > 0 and any(letter != "-" for letter in chunk[:hyphen]):
                    end = hyphen + 1
            # Without room this is an empty text, behind which a blank is no blank at the end.
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def fill(self, text):
        """The lines of a text as one text."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """The lines of a text."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """The lines of a text as one text."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text in one line, its end left out where it is too long."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """The text without the margin that all lines share."""
    lines = [line if line.strip(" \t") else "" for line in text.split("\n")]
    margin = None
    for line in lines:
        if not line:
            continue
        own = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = own
        while not own.startswith(margin):
            margin = margin[:-1]
    return "\n".join(line[len(margin or ""):] for line in lines)


def indent(text, prefix, predicate=None):
    """The text with something in front of each line that is not blank."""
    test = predicate or (lambda line: line.strip())
    return "".join(prefix + line if test(line) else line for line in text.splitlines(True))
