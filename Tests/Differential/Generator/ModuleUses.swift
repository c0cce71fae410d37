/// Uses of Python's own modules as notes have them.
extension ProgramGenerator {
    /// A statement that imports a module, and what is asked of it.
    mutating func moduleUse() -> String {
        let (module, uses) = random.pick(Self.moduleUses)
        var lines = ["import \(module)"]
        for _ in 0..<(1 + random.below(4)) {
            lines.append(shown(template(random.pick(uses), depth: 1)))
        }
        return lines.joined(separator: "\n")
    }

    private static let moduleUses: [(module: String, uses: [String])] = [
        (
            "itertools",
            [
                "items(itertools.chain($x, $x))", "items(itertools.islice($x, $i, $i))",
                "items(itertools.islice($l, $i))", "items(itertools.accumulate($l))",
                "items(itertools.accumulate($x, lambda a, b: (a, b), initial=$a))",
                "[(k, list(g)) for k, g in itertools.groupby($x, type)]",
                "items(itertools.product($x, $x))", "items(itertools.product($l, repeat=2))",
                "items(itertools.permutations($l, $i))", "items(itertools.combinations($l, $i))",
                "items(itertools.combinations_with_replacement($x, 2))",
                "items(itertools.zip_longest($x, $x, fillvalue=$a))",
                "items(itertools.takewhile(bool, $x))", "items(itertools.dropwhile(bool, $x))",
                "items(itertools.starmap(max, $l))", "items(itertools.compress($x, $x))",
                "items(itertools.filterfalse(None, $x))", "items(itertools.pairwise($x))",
                "items(itertools.repeat($a, $i))", "items(itertools.count($n, $n), 5)",
                "[list(t) for t in itertools.tee($x, 2)]", "items(itertools.cycle($x), 7)",
                "items(itertools.chain.from_iterable($l))", "itertools.count($f)",
            ]
        ),
        (
            "collections",
            [
                "collections.Counter($x)", "collections.Counter($x).most_common($i)",
                "collections.Counter($s) + collections.Counter($s)",
                "collections.Counter($s) - collections.Counter($s)",
                "collections.Counter($x) == collections.Counter($x)",
                "items(collections.deque($x, $i))", "collections.deque($l, 3).rotate($i)",
                "collections.deque($l).index($a)", "collections.deque($l)[$i]",
                "collections.OrderedDict($d)", "items(collections.OrderedDict($d).items())",
                "collections.defaultdict(list, $d)", "collections.defaultdict(int)[$a]",
                "collections.namedtuple('P', 'x y')(*$l)",
                "collections.namedtuple('P', $s)", "collections.ChainMap($d, $d)[$a]",
                "collections.namedtuple('P', 'x y', defaults=[5])($a)._asdict()",
                "collections.namedtuple('P', 'x y')(1, 2)._replace(x=$a)",
                "sorted(collections.ChainMap($d, $d), key=repr)",
            ]
        ),
        (
            "functools",
            [
                "functools.reduce(lambda a, b: (a, b), $x)",
                "functools.reduce(lambda a, b: a + b, $l, $a)",
                "functools.partial(int, base=$i)($s)", "functools.partial(max, $a)($a)",
                "sorted($l, key=functools.cmp_to_key(lambda a, b: (repr(a) > repr(b)) - 1))",
                "functools.lru_cache(lambda x: [x])($n)",
            ]
        ),
        (
            "re",
            [
                "re.findall(r'\\w+', $s)", "re.split(r'[,\\s]+', $s)", "re.sub(r'\\d', '#', $s)",
                "re.sub(r'(\\w)(\\w)', r'\\2\\1', $s)", "re.search($s, $s)",
                "re.match(r'(?P<a>\\w)(?P<b>.)?', $s)", "re.escape($s)",
                "[m.span() for m in re.finditer(r'[a-z]*', $s)]", "re.fullmatch(r'.*', $s)",
                "re.sub('a*', '-', $s)", "re.split('(a)|b', $s)", "re.subn(r'\\s', '', $s, $i)",
                "re.findall($s, $s)", "re.sub($s, $s, $s)", "re.compile($s).groups",
                "re.findall(r'(?i)[A-Z](?=.)', $s)", "re.sub(r'.', lambda m: m[0] * 2, $s)",
                "re.match('(a|ab)(c|bcd)?', $s).groups()", "re.findall(rb'\\w', $b)",
                "re.split(r'\\b', $s)", "re.findall(r'^.|.$', $s, re.M)",
            ]
        ),
        (
            "json",
            [
                "json.dumps($a)", "json.dumps($d, indent=2)", "json.dumps($l, sort_keys=True)",
                "json.dumps($s, ensure_ascii=False)", "json.loads(json.dumps($d))",
                "json.dumps($d, separators=(',', ':'))", "json.loads($s)", "json.dumps($f)",
                "json.dumps($d, skipkeys=True)", "json.dumps($a, default=repr)",
                "json.loads('[1, 2.5, \"a\", null, true]')[$i]", "json.loads('{\"a\":' + $s + '}')",
            ]
        ),
        (
            "math",
            [
                "math.sqrt($f)", "math.floor($f)", "math.ceil($a)", "math.trunc($f)",
                "math.gcd($n, $n)", "math.lcm($n, $i)", "math.isqrt($n)", "math.comb($i, $i)",
                "math.perm($i, $i)", "math.factorial($i)", "math.fsum($x)", "math.prod($l)",
                "math.hypot($f, $f)", "math.atan2($f, $f)", "math.fmod($f, $f)", "math.modf($f)",
                "math.frexp($f)", "math.ldexp($f, $i)", "math.copysign($f, $f)",
                "math.isclose($f, $f)",
                "math.log($a, $f)", "math.log2($n)", "math.log10($n)", "math.exp($i)",
                "math.pow($f, $f)",
                "math.remainder($f, $f)", "math.dist($l, $l)", "math.nextafter($f, $f)",
                "math.ulp($f)",
                "math.degrees($f)", "math.isnan($a)", "math.isfinite($f)", "math.log1p($f)",
                "math.cbrt($i)", "math.expm1($i)",
            ]
        ),
        (
            "datetime",
            [
                "datetime.date(2024, 2, 29) + datetime.timedelta($i)",
                "datetime.timedelta($f, $i) * $i", "datetime.timedelta(hours=$f)",
                "datetime.date.fromisoformat($s)",
                "datetime.date(2020 + $i, 5, 6).strftime('%Y-%j')",
                "datetime.datetime(2024, 1, 31, 5, $i)", "datetime.timedelta($i) / $a",
                "datetime.date(2024, 1, 1).replace(day=$i)", "datetime.timedelta(seconds=$n)",
                "datetime.datetime.strptime($s, '%Y')", "datetime.time($i, $i)",
                "datetime.date(2024, 3, 1) - datetime.date(2024, 2, $i)",
                "datetime.date(2024, 1, 1) < $a",
                "datetime.datetime(2024, 5, 6, 7, 8) + datetime.timedelta(minutes=$n)",
                "datetime.timedelta($i) // datetime.timedelta(hours=$i)",
                "f'{datetime.date(2024, 5, 6):%d/%m}'", "datetime.date.fromordinal($n)",
            ]
        ),
        (
            "statistics",
            [
                "statistics.mean($l)", "statistics.median($l)", "statistics.mode($x)",
                "statistics.pstdev([1, 2, $i])", "statistics.multimode($s)",
                "statistics.fmean([$f, 1])",
                "statistics.median_low([$i, $i])", "statistics.variance([$i, 2.5, $f])",
            ]
        ),
        (
            "textwrap",
            [
                "textwrap.wrap($s, 5)", "textwrap.fill($s, $i)", "textwrap.dedent('  a\\n ' + $s)",
                "textwrap.indent($s, $c)", "textwrap.shorten($s, 8)",
            ]
        ),
        (
            "string",
            [
                "string.capwords($s)", "string.Template('$$a ' + $s).safe_substitute(a=$a)",
                "string.Formatter().format($s, $a)", "string.Template($s).substitute(a=1)",
            ]
        ),
        (
            "bisect, heapq, operator, copy, pprint",
            [
                "bisect.bisect($l, $i)", "bisect.bisect_left([1, 3, 5], $a)",
                "heapq.nlargest($i, $x)",
                "heapq.nsmallest(2, $l, key=repr)", "items(heapq.merge([1, 4], [2, $i]))",
                "operator.itemgetter($i, $i)($l)", "operator.itemgetter($a)($d)",
                "operator.add($a, $a)",
                "operator.mod($s, $a)", "operator.concat($l, $l)", "operator.index($a)",
                "copy.deepcopy($a)", "copy.copy($l) == $l", "pprint.pformat($d, width=20)",
                "operator.attrgetter('real')($a)", "operator.length_hint($a)",
                "pprint.pformat($l, indent=$i, width=15)", "operator.methodcaller('count', $a)($l)",
            ]
        ),
        (
            "fractions",
            [
                "fractions.Fraction($i, $i)", "fractions.Fraction($f)", "fractions.Fraction($s)",
                "fractions.Fraction(3, 4) + $n", "fractions.Fraction(-7, 2) // $i",
                "round(fractions.Fraction(22, 7), $i)", "fractions.Fraction(1, 3) < $a",
                "fractions.Fraction(5, 3) ** $i", "fractions.Fraction(0.3).limit_denominator(9)",
            ]
        ),
        (
            "struct",
            [
                "struct.pack('<h', $n)", "struct.pack('>bI', $i, $n)", "struct.unpack('<H', $b)",
                "struct.pack('3s', $b)", "struct.pack('<f', $f)", "struct.calcsize('bhi')",
                "struct.pack('?q', $a, $n)", "struct.unpack_from('>H', $b, $i)",
            ]
        ),
        (
            "unicodedata",
            [
                "unicodedata.normalize('NFKD', $s)", "[unicodedata.category(c) for c in $s]",
                "[unicodedata.name(c, '-') for c in $s]", "unicodedata.numeric($s, None)",
                "unicodedata.normalize('NFC', $s) == $s", "unicodedata.decimal($s)",
            ]
        ),
        (
            "base64, hashlib",
            [
                "base64.b64encode($b)", "base64.b64decode($s)", "hashlib.md5($b).hexdigest()",
                "hashlib.sha256($b).hexdigest()[:8]", "base64.b16encode($b)",
            ]
        ),
    ]
}
