"""What two sequences have in common, and in what they differ."""

import heapq as _heapq
import re as _re
from collections import Counter as _Counter
from collections import namedtuple as _namedtuple

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ",
           "IS_CHARACTER_JUNK", "IS_LINE_JUNK", "context_diff", "unified_diff", "Match"]

Match = _namedtuple("Match", "a b size")


def _similarity(common, length):
    return 2.0 * common / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences by the longest pieces that they have in common."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk = isjunk
        self.autojunk = autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Sets both sequences."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """Sets the first sequence."""
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        """Sets the second sequence, whose items are looked up."""
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = self.fullbcount = None
            self._find_places()

    def _find_places(self):
        self.b2j = places = {}
        for place, item in enumerate(self.b):
            places.setdefault(item, []).append(place)
        self.bjunk = set()
        if self.isjunk:
            self.bjunk = {item for item in places if self.isjunk(item)}
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        # In a long sequence, items that are everywhere tell little and cost much.
        if self.autojunk and len(self.b) >= 200:
            most = len(self.b) // 100 + 1
            self.bpopular = {item for item, found in places.items() if len(found) > most}
        for item in self.bpopular:
            del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest piece that parts of both have in common; the first one among equals."""
        a, b = self.a, self.b
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        i, j, size = self._longest_run(alo, ahi, blo, bhi)
        # Equal items around it belong to it: first those that are no junk, then the others.
        for junk in False, True:
            while (i > alo and j > blo and (b[j - 1] in self.bjunk) == junk
                   and a[i - 1] == b[j - 1]):
                i, j, size = i - 1, j - 1, size + 1
            while (i + size < ahi and j + size < bhi and (b[j + size] in self.bjunk) == junk
                   and a[i + size] == b[j + size]):
                size += 1
        return Match(i, j, size)

    def _longest_run(self, alo, ahi, blo, bhi):
        best = alo, blo, 0
        longest = 0
        lengths = {}
        for i in range(alo, ahi):
            # How long the runs are that end with this item, by where they end.
            ending = {}
            for j in self.b2j.get(self.a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                length = ending[j] = lengths.get(j - 1, 0) + 1
                if length > longest:
                    longest = length
                    best = i - length + 1, j - length + 1, length
            lengths = ending
        return best

    def get_matching_blocks(self):
        """The pieces in common, in order; an empty one stands at the end."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        found = []
        waiting = [(0, len(self.a), 0, len(self.b))]
        while waiting:
            alo, ahi, blo, bhi = waiting.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if not size:
                continue
            found.append(match)
            if alo < i and blo < j:
                waiting.append((alo, i, blo, j))
            if i + size < ahi and j + size < bhi:
                waiting.append((i + size, ahi, j + size, bhi))
        blocks = []
        for i, j, size in sorted(found):
            if blocks and blocks[-1].a + blocks[-1].size == i and blocks[-1].b + blocks[-1].size == j:
                last = blocks.pop()
                blocks.append(Match(last.a, last.b, last.size + size))
            else:
                blocks.append(Match(i, j, size))
        blocks.append(Match(len(self.a), len(self.b), 0))
        self.matching_blocks = blocks
        return blocks

    def get_opcodes(self):
        """How the first becomes the second: (tag, i1, i2, j1, j2) for each step."""
        if self.opcodes is not None:
            return self.opcodes
        self.opcodes = steps = []
        i = j = 0
        for a, b, size in self.get_matching_blocks():
            if i < a or j < b:
                tag = "replace" if i < a and j < b else "delete" if i < a else "insert"
                steps.append((tag, i, a, j, b))
            i, j = a + size, b + size
            if size:
                steps.append(("equal", a, i, b, j))
        return steps

    def get_grouped_opcodes(self, n=3):
        """The steps in groups, with up to n equal items around what differs."""
        steps = list(self.get_opcodes()) or [("equal", 0, 1, 0, 1)]
        if steps[0][0] == "equal":
            tag, i1, i2, j1, j2 = steps[0]
            steps[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if steps[-1][0] == "equal":
            tag, i1, i2, j1, j2 = steps[-1]
            steps[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in steps:
            if tag == "equal" and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        """How alike the two are, from 0 to 1."""
        common = sum(block.size for block in self.get_matching_blocks())
        return _similarity(common, len(self.a) + len(self.b))

    def quick_ratio(self):
        """A quicker number that is never below ratio()."""
        if self.fullbcount is None:
            self.fullbcount = _Counter(self.b)
        left = {}
        common = 0
        for item in self.a:
            count = left[item] if item in left else self.fullbcount.get(item, 0)
            left[item] = count - 1
            common += count > 0
        return _similarity(common, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """The quickest number that is never below ratio()."""
        sizes = len(self.a), len(self.b)
        return _similarity(min(sizes), sum(sizes))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The possibilities that are most like a word, the best first."""
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    found = []
    for possibility in possibilities:
        matcher.set_seq1(possibility)
        if (matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff
                and matcher.ratio() >= cutoff):
            found.append((matcher.ratio(), possibility))
    return [possibility for _, possibility in _heapq.nlargest(n, found)]


class Differ:
    """Compares texts line by line, and lines that are alike letter by letter."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """The lines of both, each behind what has become of it."""
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "equal":
                yield from _marked(" ", a[i1:i2])
            else:
                yield from self._replaced(a[i1:i2], b[j1:j2])

    def _replaced(self, a, b):
        if not a or not b:
            yield from _marked("-", a)
            yield from _marked("+", b)
            return
        pair = self._closest(a, b)
        if pair is None:
            # The shorter block first: what belongs together stands closer.
            first, second = _marked("-", a), _marked("+", b)
            if len(b) < len(a):
                first, second = second, first
            yield from first
            yield from second
            return
        i, j = pair
        yield from self._replaced(a[:i], b[:j])
        if a[i] == b[j]:
            yield "  " + a[i]
        else:
            yield from self._compared(a[i], b[j])
        yield from self._replaced(a[i + 1:], b[j + 1:])

    def _closest(self, a, b):
        """The places of the two lines that are most alike; None where no two are."""
        best, closest, equal = 0.74, None, None
        matcher = SequenceMatcher(self.charjunk)
        for j, new in enumerate(b):
            matcher.set_seq2(new)
            for i, old in enumerate(a):
                if old == new:
                    equal = equal or (i, j)
                    continue
                matcher.set_seq1(old)
                if (matcher.real_quick_ratio() > best and matcher.quick_ratio() > best
                        and matcher.ratio() > best):
                    best, closest = matcher.ratio(), (i, j)
        return equal if best < 0.75 else closest

    def _compared(self, old, new):
        marks = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}
        below = ["", ""]
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, old, new).get_opcodes():
            below[0] += marks[tag][0] * (i2 - i1)
            below[1] += marks[tag][1] * (j2 - j1)
        for sign, line, row in ("-", old, below[0]), ("+", new, below[1]):
            # Tabs stay where nothing is marked, so that the marks stand below their letters.
            row = "".join(letter if mark == " " and letter.isspace() else mark
                          for letter, mark in zip(line, row)).rstrip()
            yield f"{sign} {line}"
            if row:
                yield f"? {row}\n"


def _marked(mark, lines):
    for line in lines:
        yield f"{mark} {line}"


def IS_LINE_JUNK(line, pat=_re.compile(r"\s*(?:#\s*)?$").match):
    """Whether a line is blank, or a sign of a comment alone."""
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Whether a character is a blank or a tab."""
    return ch in ws


def _check(a, b, *texts):
    for lines in a, b:
        if lines and not isinstance(lines[0], str):
            raise TypeError("lines to compare must be str, not "
                            f"{type(lines[0]).__name__} ({lines[0]!r})")
    for text in texts:
        if not isinstance(text, str):
            raise TypeError(f"all arguments must be str, not: {text!r}")


def _heading(mark, name, date, end):
    return f"{mark} {name}" + (f"\t{date}" if date else "") + end


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3,
                 lineterm="\n"):
    """The differences of two lists of lines, the lines of both in one block."""
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def lines(start, stop):
        if stop - start == 1:
            return str(start + 1)
        return f"{start + (stop > start)},{stop - start}"

    for place, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
        if place == 0:
            yield _heading("---", fromfile, fromfiledate, lineterm)
            yield _heading("+++", tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield f"@@ -{lines(first[1], last[2])} +{lines(first[3], last[4])} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from (" " + line for line in a[i1:i2])
            else:
                yield from ("-" + line for line in a[i1:i2])
                yield from ("+" + line for line in b[j1:j2])


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3,
                 lineterm="\n"):
    """The differences of two lists of lines, each list's lines in a block of their own."""
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}

    def lines(start, stop):
        begin = start + (stop > start)
        return f"{begin},{stop}" if stop - start > 1 else str(begin)

    for place, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
        if place == 0:
            yield _heading("***", fromfile, fromfiledate, lineterm)
            yield _heading("---", tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        tags = {step[0] for step in group}
        yield "***************" + lineterm
        yield f"*** {lines(first[1], last[2])} ****{lineterm}"
        if tags & {"replace", "delete"}:
            for tag, i1, i2, _, _ in group:
                yield from (marks[tag] + line for line in a[i1:i2])
        yield f"--- {lines(first[3], last[4])} ----{lineterm}"
        if tags & {"replace", "insert"}:
            for tag, _, _, j1, j2 in group:
                yield from (marks[tag] + line for line in b[j1:j2])


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The lines of two lists as Differ compares them."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The lines of the first or the second list, out of what ndiff gave."""
    if which not in (1, 2):
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}")
    marks = ("  ", "- ") if int(which) == 1 else ("  ", "+ ")
    for line in delta:
        if line[:2] in marks:
            yield line[2:]
