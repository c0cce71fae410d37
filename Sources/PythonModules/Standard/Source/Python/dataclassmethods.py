# The methods that data classes get.


def _function(cls, name, parameters, body, space):
    source = f"def {name}({', '.join(parameters)}):\n" + "\n".join(f"    {line}" for line in body)
    exec(source, space)
    made = space[name]
    made.__qualname__ = f"{cls.__qualname__}.{name}"
    made.__module__ = cls.__module__
    return made


def _parameter(made, space):
    if made.default is not MISSING:
        space[f"_default_{made.name}"] = made.default
        return f"{made.name}=_default_{made.name}"
    if made.default_factory is not MISSING:
        return f"{made.name}=_missing"
    return made.name


def _make_init(cls, all_fields, frozen):
    space = {"_missing": MISSING, "_set": object.__setattr__}
    used = [made for made in all_fields if made.init and made._field_type is not _CLASS]
    plain = [made for made in used if not made.kw_only]
    last = None
    for made in plain:
        if made.default is MISSING and made.default_factory is MISSING:
            if last is not None:
                raise TypeError(f"non-default argument {made.name!r} follows default argument")
        else:
            last = made
    keywords = [made for made in used if made.kw_only]
    parameters = ["self"] + [_parameter(made, space) for made in plain]
    if keywords:
        parameters += ["*"] + [_parameter(made, space) for made in keywords]
    body = []
    for made in all_fields:
        if made._field_type is not _FIELD:
            continue
        if made.default_factory is not MISSING:
            space[f"_factory_{made.name}"] = made.default_factory
            value = f"_factory_{made.name}()"
            if made.init:
                value += f" if {made.name} is _missing else {made.name}"
        elif made.init:
            value = made.name
        else:
            continue
        body.append(f"_set(self, {made.name!r}, {value})" if frozen
                    else f"self.{made.name} = {value}")
    if hasattr(cls, "__post_init__"):
        extra = [made.name for made in all_fields if made._field_type is _INIT]
        body.append(f"self.__post_init__({', '.join(extra)})")
    return _function(cls, "__init__", parameters, body or ["pass"], space)


def _values(instance, names):
    return tuple(getattr(instance, name) for name in names)


def _add_repr(cls, names):
    running = set()

    def __repr__(self):
        if id(self) in running:
            return "..."
        running.add(id(self))
        try:
            text = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        finally:
            running.discard(id(self))
        return f"{self.__class__.__qualname__}({text})"
    # `pprint` looks for it: such an instance may go over several lines.
    __repr__._is_made = True
    cls.__repr__ = __repr__


def _add_comparisons(cls, names, order):
    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return _values(self, names) == _values(other, names)
        return NotImplemented

    if "__eq__" not in cls.__dict__:
        cls.__eq__ = __eq__
    if not order:
        return
    for name, compare in (("__lt__", lambda a, b: a < b), ("__le__", lambda a, b: a <= b),
                          ("__gt__", lambda a, b: a > b), ("__ge__", lambda a, b: a >= b)):
        if name in cls.__dict__:
            raise TypeError(
                f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using "
                "functools.total_ordering")
        setattr(cls, name, _ordering(name, names, compare))


def _ordering(name, names, compare):
    def method(self, other):
        if other.__class__ is self.__class__:
            return compare(_values(self, names), _values(other, names))
        return NotImplemented
    method.__name__ = name
    return method


def _freeze(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    cls.__setattr__ = __setattr__
    cls.__delattr__ = __delattr__


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    known = {}
    frozen_bases = []
    for base in reversed(cls.__mro__[1:]):
        inherited = base.__dict__.get(_FIELDS)
        if inherited is not None:
            known.update(inherited)
            frozen_bases.append(base.__dataclass_params__.frozen)
    if frozen_bases:
        if any(frozen_bases) and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any(frozen_bases) and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    for made in _own_fields(cls, kw_only):
        known[made.name] = made
        if isinstance(cls.__dict__.get(made.name), Field):
            if made.default is MISSING:
                delattr(cls, made.name)
            else:
                setattr(cls, made.name, made.default)
    own_hash = cls.__dict__.get("__hash__", MISSING)
    has_hash = own_hash is not MISSING and not (own_hash is None and "__eq__" in cls.__dict__)
    setattr(cls, _FIELDS, known)
    cls.__dataclass_params__ = _DataclassParams(
        init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen)
    all_fields = list(known.values())
    plain = [made for made in all_fields if made._field_type is _FIELD]
    if init:
        cls.__init__ = _make_init(cls, all_fields, frozen)
    if repr and "__repr__" not in cls.__dict__:
        _add_repr(cls, [made.name for made in plain if made.repr])
    compared = [made.name for made in plain if made.compare]
    if eq:
        _add_comparisons(cls, compared, order)
    if frozen:
        _freeze(cls, {made.name for made in plain})
    hashed = [made.name for made in plain
              if (made.compare if made.hash is None else made.hash)]
    if unsafe_hash or (eq and frozen and not has_hash):
        cls.__hash__ = lambda self: hash(_values(self, hashed))
    elif eq and not has_hash:
        cls.__hash__ = None
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(
            made.name for made in plain if made.init and not made.kw_only)
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + _signature(all_fields)
    return _with_slots(cls, plain) if slots else cls


def _signature(all_fields):
    """The parameters of `__init__` as text."""
    used = [made for made in all_fields if made.init and made._field_type is not _CLASS]
    keywords = [made for made in used if made.kw_only]
    parameters = [_parameter_text(made) for made in used if not made.kw_only]
    if keywords:
        parameters += ["*"] + [_parameter_text(made) for made in keywords]
    return f"({', '.join(parameters)})"


def _parameter_text(made):
    kind = made.type
    text = f"{made.name}: {_types._annotation_text(kind)}"
    if made.default is not MISSING:
        return f"{text} = {made.default!r}"
    return text if made.default_factory is MISSING else f"{text} = <factory>"


def _with_slots(cls, plain):
    names = tuple(made.name for made in plain)
    namespace = {name: value for name, value in cls.__dict__.items()
                 if name not in names and name not in ("__dict__", "__weakref__")}
    namespace["__slots__"] = names
    return type(cls)(cls.__name__, cls.__bases__, namespace)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """A decorator: the class gets `__init__`, `__repr__` and comparisons from its annotations."""
    def wrap(cls):
        return _process(
            cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)
    return wrap if cls is None else wrap(cls)
