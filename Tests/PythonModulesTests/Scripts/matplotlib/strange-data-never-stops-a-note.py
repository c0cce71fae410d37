import numpy as np
import matplotlib.pyplot as plt
for data in [[], [np.nan], [np.inf, 1], [1e308, -1e308], np.zeros((0,)), range(0)]:
    plt.figure()
    plt.plot(data); plt.hist([float(d) for d in data if d is not None and d == d]); plt.bar(range(len(data)), data)
    plt.scatter(range(len(data)), data); plt.legend(['a'])
    plt.xticks([]); plt.tight_layout(); plt.semilogy(); plt.show()
plt.imshow(np.full((3, 3), np.nan)); plt.colorbar()
plt.xlim(5, 5); plt.xticks(range(100))
plt.show()
print('drawn')  # expect: drawn
