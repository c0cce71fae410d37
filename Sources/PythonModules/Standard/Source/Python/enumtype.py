# The class of enumerations.


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        namespace = _EnumDict(cls)
        for base in bases:
            if isinstance(base, EnumType) and base._member_map_:
                raise TypeError(f"<enum {cls!r}> cannot extend {base!r}")
        if bases and Enum is not None:
            namespace._generate = bases[-1]._generate_next_value_
        return namespace

    def __new__(metacls, name, bases, namespace, *, boundary=None, **kwds):
        members = namespace._members if isinstance(namespace, _EnumDict) else {}
        wrong = {"mro", ""} & set(members)
        if wrong:
            raise ValueError(f"invalid enum member name(s) {', '.join(map(repr, wrong))}")
        left_out = {*members, "_ignore_", *getattr(namespace, "_ignore", ())}
        body = {key: value for key, value in namespace.items() if key not in left_out}
        if isinstance(body.get("_generate_next_value_"), _types.FunctionType):
            body["_generate_next_value_"] = staticmethod(body["_generate_next_value_"])
        make = body.pop("__new__", None)
        if make is not None:
            body["_make_member_"] = staticmethod(getattr(make, "__func__", make))
        body.update(_member_map_={}, _member_names_=[], _value2member_map_={}, _flag_mask_=0,
                    _singles_mask_=0, _member_type_=_data_type(bases))
        cls = super().__new__(metacls, name, bases, body, **kwds)
        cls._boundary_ = boundary or getattr(cls, "_boundary_", None)
        if Enum is not None:
            metacls._choose_texts(cls, bases, body)
        for key, value in members.items():
            metacls._add(cls, key, value)
        return cls

    def _choose_texts(cls, bases, body):
        """Members print as enumerations do, not as their data does."""
        data = cls._member_type_
        if ReprEnum is not None and ReprEnum in bases:
            text = data.__repr__ if data.__str__ is object.__str__ else data.__str__
            for name, method in (("__format__", data.__format__), ("__str__", text)):
                if name not in body:
                    body[name] = method
                    setattr(cls, name, method)
        for name in _PRINTED:
            if name not in body and getattr(cls, name) in (
                    getattr(data, name), getattr(object, name)):
                setattr(cls, name, getattr(bases[-1], name))

    def _add(cls, name, value):
        data = cls._member_type_
        arguments = value if isinstance(value, tuple) and data is not tuple else (value,)
        make = getattr(cls, "_make_member_", None)
        if make is not None:
            made = make(cls, *arguments)
        elif data is object:
            made = object.__new__(cls)
        else:
            made = data.__new__(cls, *arguments)
        if not hasattr(made, "_value_"):
            made._value_ = value if data is object else data(*arguments)
        known = cls._known(made._value_)
        if known is None:
            made._name_ = name
            made.__objclass__ = cls
            made._sort_order_ = len(cls._member_names_)
            made.__init__(*arguments)
            known = cls._known(made._value_)
        if known is None:
            known = made
            cls._count(made)
        cls._member_map_[name] = known
        if name not in ("name", "value"):
            type.__setattr__(cls, name, known)

    def _count(cls, made):
        """Adds a new member to what its class knows of all members."""
        value = made._value_
        if Flag is not None and issubclass(cls, Flag) and isinstance(value, int):
            cls._flag_mask_ |= value
            if value <= 0 or value & (value - 1):
                cls._value2member_map_[value] = made
                return
            cls._singles_mask_ |= value
        cls._member_names_.append(made._name_)
        try:
            cls._value2member_map_[value] = made
        except TypeError:
            pass

    def _known(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for made in cls._member_map_.values():
                if made._value_ == value:
                    return made
        return None

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if names is not None:
            return cls._create(value, names, module, type, start, boundary)
        if isinstance(value, cls):
            return value
        known = cls._known(value)
        if known is not None:
            return known
        if not cls._member_map_ and cls._value2member_map_ == {} and cls._flag_mask_ == 0:
            raise TypeError(f"{cls!r} has no members defined")
        made = cls._missing_(value)
        if made is None:
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if isinstance(made, cls) or cls._boundary_ is EJECT and isinstance(made, int):
            return made
        raise TypeError(
            f"error in {cls.__name__}._missing_: returned {made!r} instead of None or a valid "
            "member")

    def _create(cls, name, names, module, kind, start, boundary):
        bases = (cls,) if kind is None else (kind, cls)
        namespace = EnumType.__prepare__(name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, dict):
            names = list(names.items())
        chosen = []
        for index, item in enumerate(names):
            if isinstance(item, str):
                value = namespace._generate(item, start, index, chosen[:])
                chosen.append(value)
                item = (item, value)
            namespace[item[0]] = item[1]
        namespace["__module__"] = module or "__main__"
        return EnumType.__new__(type(cls), name, bases, namespace, boundary=boundary)

    def __contains__(cls, item):
        if not isinstance(item, Enum):
            raise TypeError(
                f"unsupported operand type(s) for 'in': '{type(item).__qualname__}' and "
                f"'{cls.__class__.__qualname__}'")
        return isinstance(item, cls) and item._name_ in cls._member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __getattr__(cls, name):
        raise AttributeError(name) from None

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __dir__(cls):
        return sorted(["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__",
                       "__iter__", "__len__", "__members__", "__module__", "__name__",
                       "__qualname__", *cls._member_names_])

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    @_property
    def __members__(cls):
        return _types.MappingProxyType(cls._member_map_)


EnumMeta = EnumType


def _data_type(bases):
    for base in bases:
        for ancestor in base.__mro__:
            if ancestor is object:
                continue
            if isinstance(ancestor, EnumType):
                if ancestor._member_type_ is not object:
                    return ancestor._member_type_
            elif "__new__" in ancestor.__dict__ or ancestor.__module__ == "builtins":
                return ancestor
    return object
