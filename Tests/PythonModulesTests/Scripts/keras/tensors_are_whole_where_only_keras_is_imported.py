from keras import layers
import keras

model = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
weight = model.weights[0]
print(weight.shape, weight.numpy().shape, model.get_weights()[1])  # expect: (3, 1) (3, 1) [0.]
