class Account:
    __count = 0

    def __init__(self, __start=1):
        self.__balance = __start
        Account.__count += 1

    def __check(self):
        return self.__balance > 0

    def describe(self):
        __local = self.__check()
        return f"{self.__balance} {__local}"

    def has(self, name):
        return hasattr(self, name), "__balance" in vars(self)

    def __dunder__(self):
        return self.__class__.__name__

    class __Inner:
        __deep = 5

        def get(self):
            return self.__deep

    def inner(self):
        return self.__Inner().get(), [name for name in vars(type(self.__Inner())) if "deep" in name]


class _Hidden(Account):
    def __check(self):
        return "mine"

    def check(self):
        return self.__check(), self._Account__check()


class __:
    __x = 1


account = Account(3)
print(account.describe(), account._Account__balance, Account._Account__count)  # expect: 3 True 3 1
print(vars(account), account._Account__check.__name__, account._Account__check.__qualname__)  # expect: {'_Account__balance': 3} __check Account.__check
print(account.has("__balance"), account.has("_Account__balance"), account.__dunder__())  # expect: (False, False) (True, False) Account
print(account.inner(), _Hidden().check(), __.__x)  # expect: (5, ['_Inner__deep']) ('mine', True) 1
try:
    account.__balance
except AttributeError as error:
    print(error)  # expect: 'Account' object has no attribute '__balance'


class Wrong:
    def look(self):
        return __unknown


try:
    Wrong().look()
except NameError as error:
    print(error)  # expect: name '_Wrong__unknown' is not defined


class Slots:
    __slots__ = ("__x", "y")

    def __init__(self):
        self.__x, self.y = 1, 2


print(Slots()._Slots__x, Slots.__slots__)  # expect: 1 ('__x', 'y')
