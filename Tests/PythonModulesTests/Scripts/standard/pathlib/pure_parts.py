from pathlib import Path, PurePath
p = Path("data") / "notes.tar.gz"
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.with_suffix(".md"), p.with_name("z"))  # expect: data/notes.tar.gz PosixPath('data/notes.tar.gz') notes.tar.gz notes.tar .gz ['.tar', '.gz'] data ('data', 'notes.tar.gz') data/notes.tar.md data/z
print(Path("a/./b//c"), Path("/a/b").parents[0], Path("/a/b").relative_to("/a"), p.match("*.gz"), Path(), Path("a/") == Path("a"), "x" / Path("y"), isinstance(p, PurePath), sorted([Path("b"), Path("a")]))  # expect: a/b/c /a b True . True x/y True [PosixPath('a'), PosixPath('b')]
Path("/a").relative_to("/b")  # raises: ValueError: '/a' is not in the subpath of '/b' OR one path is relative and the other is absolute.
