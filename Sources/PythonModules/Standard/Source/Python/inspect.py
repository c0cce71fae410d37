"""What can be known about live objects."""

import types as _types


class _empty:
    """Stands for what is not there."""


class _Kind(int):
    """How an argument may be given."""

    def __new__(cls, value, name, description):
        made = int.__new__(cls, value)
        made.name, made.description = name, description
        return made

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"

    def __str__(self):
        return self.name


class Parameter:
    """A parameter of a function."""

    empty = _empty
    POSITIONAL_ONLY = _Kind(0, "POSITIONAL_ONLY", "positional-only")
    POSITIONAL_OR_KEYWORD = _Kind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
    VAR_POSITIONAL = _Kind(2, "VAR_POSITIONAL", "variadic positional")
    KEYWORD_ONLY = _Kind(3, "KEYWORD_ONLY", "keyword-only")
    VAR_KEYWORD = _Kind(4, "VAR_KEYWORD", "variadic keyword")

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def __str__(self):
        text = {self.VAR_POSITIONAL: "*", self.VAR_KEYWORD: "**"}.get(self.kind, "") + self.name
        if self.annotation is not _empty:
            text += f": {_types._annotation_text(self.annotation)}"
        if self.default is not _empty:
            text += f" = {self.default!r}" if self.annotation is not _empty \
                else f"={self.default!r}"
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'


class Signature:
    """The parameters of a function and what it gives."""

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = _types.MappingProxyType(
            {parameter.name: parameter for parameter in parameters or ()})
        self.return_annotation = return_annotation

    def __str__(self):
        texts = []
        named_only = False
        kinds = [parameter.kind for parameter in self.parameters.values()]
        for index, parameter in enumerate(self.parameters.values()):
            if parameter.kind == Parameter.VAR_POSITIONAL:
                named_only = True
            elif parameter.kind == Parameter.KEYWORD_ONLY and not named_only:
                texts.append("*")
                named_only = True
            texts.append(str(parameter))
            if parameter.kind == Parameter.POSITIONAL_ONLY and kinds[index + 1:index + 2] != [
                    Parameter.POSITIONAL_ONLY]:
                texts.append("/")
        result = f"({', '.join(texts)})"
        if self.return_annotation is not _empty:
            result += f" -> {_types._annotation_text(self.return_annotation)}"
        return result

    def __repr__(self):
        return f"<Signature {self}>"

    def bind(self, *args, **kwargs):
        """The arguments by the parameters' names."""
        found = {}
        values = list(args)
        for name, parameter in self.parameters.items():
            if parameter.kind == Parameter.VAR_POSITIONAL:
                if values:
                    found[name], values = tuple(values), []
            elif parameter.kind == Parameter.VAR_KEYWORD:
                if kwargs:
                    found[name], kwargs = kwargs, {}
            elif values and parameter.kind != Parameter.KEYWORD_ONLY:
                if name in kwargs:
                    raise TypeError(f"multiple values for argument {name!r}")
                found[name] = values.pop(0)
            elif name in kwargs:
                found[name] = kwargs.pop(name)
            elif parameter.default is _empty:
                raise TypeError(f"missing a required argument: {name!r}")
        if values:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, found)


class BoundArguments:
    """Arguments by the parameters' names."""

    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    def apply_defaults(self):
        for name, parameter in self.signature.parameters.items():
            if name not in self.arguments and parameter.default is not _empty:
                self.arguments[name] = parameter.default

    @property
    def args(self):
        return tuple(self.arguments.values())

    def __repr__(self):
        texts = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"<BoundArguments ({texts})>"


def signature(obj, *, follow_wrapped=True):
    """The signature of a function or a class."""
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    drop = 0
    while follow_wrapped and hasattr(obj, "__wrapped__"):
        obj = obj.__wrapped__
    if isinstance(obj, type):
        obj, drop = obj.__init__, 1
    elif isinstance(obj, _types.MethodType):
        obj, drop = obj.__func__, 1
    elif not isinstance(obj, _types.FunctionType) and hasattr(type(obj), "__call__") \
            and isinstance(type(obj).__call__, _types.FunctionType):
        obj, drop = type(obj).__call__, 1
    if not isinstance(obj, _types.FunctionType):
        raise ValueError(f"no signature found for builtin {obj!r}")
    return Signature(_parameters(obj)[drop:],
                     return_annotation=obj.__annotations__.get("return", _empty))


def _parameters(function):
    code = function.__code__
    count, keyword_count = code.co_argcount, code.co_kwonlyargcount
    names = list(code.co_varnames)
    defaults = function.__defaults__ or ()
    result = []

    def add(name, kind, default=_empty):
        result.append(Parameter(name, kind, default=default,
                                annotation=function.__annotations__.get(name, _empty)))

    for index, name in enumerate(names[:count]):
        place = index - (count - len(defaults))
        add(name, Parameter.POSITIONAL_ONLY if index < code.co_posonlyargcount
            else Parameter.POSITIONAL_OR_KEYWORD, defaults[place] if place >= 0 else _empty)
    rest = count + keyword_count
    if code.co_flags & 4:
        add(names[rest], Parameter.VAR_POSITIONAL)
        rest += 1
    for name in names[count:count + keyword_count]:
        add(name, Parameter.KEYWORD_ONLY, (function.__kwdefaults__ or {}).get(name, _empty))
    if code.co_flags & 8:
        add(names[rest], Parameter.VAR_KEYWORD)
    return result


def isfunction(object):
    return isinstance(object, _types.FunctionType)


def ismethod(object):
    return isinstance(object, _types.MethodType)


def isclass(object):
    return isinstance(object, type)


def ismodule(object):
    return isinstance(object, _types.ModuleType)


def isbuiltin(object):
    return isinstance(object, _types.BuiltinFunctionType)


def isgenerator(object):
    return isinstance(object, _types.GeneratorType)


def isgeneratorfunction(object):
    return isfunction(object) and bool(object.__code__.co_flags & 32)


def iscoroutinefunction(object):
    return False


def ismethoddescriptor(object):
    return isinstance(object, (_types.MethodDescriptorType, _types.WrapperDescriptorType))


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object)
            or ismethoddescriptor(object))


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", ()))


def getmembers(object, predicate=None):
    """Names and values of all attributes."""
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getmro(cls):
    return cls.__mro__


def getmodule(object):
    return None


def cleandoc(doc):
    """A help text without its margin."""
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    """The help text of an object."""
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


class FullArgSpec(tuple):
    """The parameters of a function, sorted by kind."""

    args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations = (
        property(lambda self, index=index: self[index]) for index in range(7))

    def __repr__(self):
        names = ("args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults",
                 "annotations")
        return f"FullArgSpec({', '.join(f'{n}={v!r}' for n, v in zip(names, self))})"


def getfullargspec(func):
    """The parameters of a function, sorted by kind."""
    groups = {}
    function = func.__func__ if ismethod(func) else func
    for parameter in _parameters(function):
        groups.setdefault(int(parameter.kind), []).append(parameter.name)
    return FullArgSpec((
        groups.get(0, []) + groups.get(1, []), groups.get(2, [None])[0],
        groups.get(4, [None])[0], function.__defaults__, groups.get(3, []),
        function.__kwdefaults__, function.__annotations__))


def getsource(object):
    """Refused: nbrun keeps no sources."""
    raise OSError("could not get source code")


getsourcelines = getsource
