import inspect
import types

print(inspect.ismethoddescriptor(list.append), inspect.ismethoddescriptor(len))  # expect: True False
print(inspect.isroutine(list.append), inspect.isroutine(int.__add__), inspect.isbuiltin([].append))  # expect: True True True
print(isinstance(str.join, types.MethodDescriptorType), isinstance((1).__add__, types.MethodWrapperType))  # expect: True True
