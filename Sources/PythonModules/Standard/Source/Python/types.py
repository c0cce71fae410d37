"""The types of objects that have no name of their own."""

from _native import unless_printing as _unless_printing


def _generator():
    yield


FunctionType = LambdaType = type(_generator)
GeneratorType = type(_generator())
CodeType = type(_generator.__code__)
BuiltinFunctionType = BuiltinMethodType = type(len)
MethodType = type(type("_", (), {"method": _generator})().method)
NoneType = type(None)
MethodDescriptorType = type(str.join)
WrapperDescriptorType = type(int.__add__)
MethodWrapperType = type((1).__add__)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
GenericAlias = type(list[int])
UnionType = type(int | str)
MappingProxyType = type(type.__dict__)
ModuleType = type(__import__("abc"))


class SimpleNamespace:
    """An object whose attributes are given by keyword."""

    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        fields = _unless_printing(self, lambda: ", ".join(
            f"{name}={value!r}" for name, value in self.__dict__.items()))
        return f"{name}({'...' if fields is None else fields})"

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented


class DynamicClassAttribute(property):
    """A property of instances only."""


def _annotation_text(annotation):
    """An annotation as a signature shows it."""
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        if annotation.__module__ in ("builtins", "__main__"):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation).replace("typing.", "")


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Makes a class, as the `class` statement does."""
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    keywords = dict(kwds or {})
    metaclass = keywords.pop("metaclass", type)
    return metaclass(name, tuple(bases), namespace, **keywords)
