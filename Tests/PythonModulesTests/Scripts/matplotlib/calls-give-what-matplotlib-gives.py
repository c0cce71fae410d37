import numpy as np
import matplotlib.pyplot as plt
print(len(plt.plot([1, 2, 3])), plt.title('title'), plt.xlabel('x'))  # expect: 1 Text(0.5, 1.0, 'title') Text(0.5, 0, 'x')
print(plt.xlim(), plt.ylim())  # expect: (-0.1, 2.1) (0.9, 3.1)
print(repr(plt.gca()))  # expect: <Axes: title={'center': 'title'}, xlabel='x'>
print(repr(plt.gcf()))  # expect: <Figure size 640x480 with 1 Axes>
plt.figure(figsize=(10, 5))
print(plt.hist([1, 2, 2, 3, 3, 3], bins=3))  # expect: (array([1., 2., 3.]), array([1.        , 1.66666667, 2.33333333, 3.        ]), <BarContainer object of 3 artists>)
bars = plt.bar(['a', 'b'], [1, 2])
print(bars, bars[1].get_height())  # expect: <BarContainer object of 2 artists> 2.0
print(plt.axis([0, 1, 2, 3]))  # expect: (0.0, 1.0, 2.0, 3.0)
print(plt.figure())  # expect: Figure(640x480)
print(plt.subplots())  # expect: (<Figure size 640x480 with 1 Axes>, <Axes: >)
print(plt.subplots(2, 3)[1].shape)  # expect: (2, 3)
print(plt.grid(True), plt.show())  # expect: None None
