import numpy as np
from tensorflow import keras
from tensorflow.keras import layers


def run(make, x, y, loss, optimizer, metrics=None, **keywords):
    keras.utils.set_random_seed(7)
    model = make()
    model.compile(optimizer() if callable(optimizer) else optimizer, loss, metrics=metrics)
    print(model.fit(x, y, epochs=3, batch_size=4, verbose=0, **keywords).history)


r = np.random.RandomState(3)
X = r.rand(10, 5, 3).astype('float32')
Y1 = r.rand(10, 1).astype('float32')
YB = (r.rand(10) > .5).astype('float32')
YC = r.randint(0, 3, 10)
S = r.randint(1, 20, (10, 6))
O = keras.optimizers
Seq = keras.Sequential

# rnn-sgd
run(lambda: Seq([layers.SimpleRNN(4),layers.Dense(1)]), X,Y1,'mse','sgd',['mae'])  # expect: {'loss': [1.4316587448120117, 0.8751881718635559, 0.49123436212539673], 'mae': [1.1116939783096313, 0.8217040300369263, 0.5851932764053345]}
# rnn-adam
run(lambda: Seq([layers.SimpleRNN(4),layers.Dense(1)]), X,Y1,'mse','adam')  # expect: {'loss': [1.5932531356811523, 1.538001298904419, 1.4793956279754639]}
# lstm-adam-bin
run(lambda: Seq([layers.LSTM(4),layers.Dense(1,activation='sigmoid')]), X,YB,'binary_crossentropy','adam',['accuracy'])  # expect: {'loss': [0.6874563097953796, 0.686650276184082, 0.6864504814147949], 'accuracy': [0.6000000238418579, 0.6000000238418579, 0.6000000238418579]}
# gru-rms-cat
run(lambda: Seq([layers.GRU(4),layers.Dense(3,activation='softmax')]), X,YC,'sparse_categorical_crossentropy','rmsprop',['accuracy'])  # expect: {'loss': [1.09995436668396, 1.0853478908538818, 1.077131986618042], 'accuracy': [0.20000000298023224, 0.20000000298023224, 0.4000000059604645]}
# lstm2
run(lambda: Seq([layers.LSTM(4,return_sequences=True),layers.LSTM(3),layers.Dense(3,activation='softmax')]), X,np.eye(3)[YC],'categorical_crossentropy',lambda:O.Adam(0.01),['acc'])  # expect: {'loss': [1.0552562475204468, 1.026268720626831, 1.0005662441253662], 'acc': [0.6000000238418579, 0.6000000238418579, 0.6000000238418579]}
# emb
run(lambda: Seq([layers.Embedding(20,4),layers.SimpleRNN(3),layers.Dense(1,activation='sigmoid')]), S,YB,'binary_crossentropy','adam',['accuracy'])  # expect: {'loss': [0.6964604258537292, 0.6893898248672485, 0.683792233467102], 'accuracy': [0.5, 0.6000000238418579, 0.6000000238418579]}
# embmask
run(lambda: Seq([layers.Embedding(20,4,mask_zero=True),layers.LSTM(3),layers.Dense(1,activation='sigmoid')]), np.where(S>12,0,S),YB,'binary_crossentropy','rmsprop',['accuracy'])  # expect: {'loss': [0.6931992769241333, 0.6923012137413025, 0.6915456056594849], 'accuracy': [0.5, 0.6000000238418579, 0.6000000238418579]}
# dropout
run(lambda: Seq([layers.Dense(8,activation='relu'),layers.Dropout(0.5),layers.Dense(1)]), X[:,0],Y1,'mse','sgd')  # expect: {'loss': [1.146425485610962, 0.5005508661270142, 0.46983617544174194]}
# val
run(lambda: Seq([layers.SimpleRNN(4),layers.Dense(1)]), X,Y1,'mse','adam',['mae'],validation_split=0.3)  # expect: {'loss': [2.0383541584014893, 1.9895910024642944, 1.9454392194747925], 'mae': [1.374139428138733, 1.3565858602523804, 1.3399593830108643], 'val_loss': [0.5590982437133789, 0.5408830642700195, 0.5230565667152405], 'val_mae': [0.7436162829399109, 0.7312050461769104, 0.7188282012939453]}
# reg
run(lambda: Seq([layers.Dense(4,kernel_regularizer='l2',activation='relu'),layers.Dense(1,kernel_regularizer=keras.regularizers.l1(0.1))]), X[:,0],Y1,'mse','sgd')  # expect: {'loss': [0.5756136775016785, 0.5080527067184448, 0.4687989354133606]}
# adagrad
run(lambda: Seq([layers.Dense(3), layers.Dense(1)]), X[:, 0], Y1, 'mse', 'adagrad')  # expect: {'loss': [1.8329789638519287, 1.7881778478622437, 1.7584693431854248]}
# adadelta
run(lambda: Seq([layers.Dense(3), layers.Dense(1)]), X[:, 0], Y1, 'mse', 'adadelta')  # expect: {'loss': [1.8531062602996826, 1.8530019521713257, 1.8528951406478882]}
# adamax
run(lambda: Seq([layers.Dense(3), layers.Dense(1)]), X[:, 0], Y1, 'mse', 'adamax')  # expect: {'loss': [1.8323389291763306, 1.7785789966583252, 1.7278597354888916]}
# ftrl
run(lambda: Seq([layers.Dense(3), layers.Dense(1)]), X[:, 0], Y1, 'mse', 'ftrl')  # expect: {'loss': [1.19771409034729, 0.9394580125808716, 0.9280344843864441]}
# clip
run(lambda: Seq([layers.SimpleRNN(4),layers.Dense(1)]), X,Y1,'mse',lambda:O.SGD(0.1,clipnorm=0.1))  # expect: {'loss': [1.530432939529419, 1.23688805103302, 0.9331925511360168]}
# sched
run(lambda: Seq([layers.Dense(1)]), X[:,0],Y1,'mse',lambda:O.SGD(O.schedules.ExponentialDecay(0.1,2,0.5)))  # expect: {'loss': [0.2256999909877777, 0.20177146792411804, 0.1939200609922409]}
# from_logits
run(lambda: Seq([layers.SimpleRNN(4),layers.Dense(3)]), X,YC,keras.losses.SparseCategoricalCrossentropy(from_logits=True),'adam',['accuracy'])  # expect: {'loss': [0.9949691891670227, 0.991931140422821, 0.9903160929679871], 'accuracy': [0.5, 0.5, 0.5]}
