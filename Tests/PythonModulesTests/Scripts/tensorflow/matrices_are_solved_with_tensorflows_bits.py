import tensorflow as tf

tf.random.set_seed(3)
a = tf.random.normal([5, 5])
b = tf.random.normal([5, 2])
s = tf.matmul(a, a, transpose_b=True) + tf.eye(5)
print(tf.linalg.inv(a).numpy().tolist())  # expect: [[-0.4738616943359375, -0.22010335326194763, -0.38843390345573425, 0.015890419483184814, -0.12608984112739563], [-0.11830001324415207, 0.06920547038316727, 0.12401188910007477, 0.3039301931858063, 0.11120366305112839], [-0.08883275836706161, -0.414662629365921, -0.031145129352808, 0.5813417434692383, 0.3688230514526367], [0.2626746594905853, -0.5783435106277466, 0.22883574664592743, 0.4000850319862366, -0.1873885989189148], [-0.07927697151899338, -0.5783137083053589, 0.30878695845603943, -0.021088719367980957, -0.23331624269485474]]
print(tf.linalg.solve(a, b).numpy().tolist())  # expect: [[-0.96775221824646, -0.45948001742362976], [0.10968486219644547, -0.12320846319198608], [-0.09284888207912445, -0.8665165901184082], [-0.9319828152656555, 0.01921752095222473], [-1.8572454452514648, -0.15799608826637268]]
print(tf.linalg.solve(a, b, adjoint=True)[0].numpy().tolist())  # expect: [-0.8966853022575378, -0.3449671268463135]
print(tf.linalg.det(a).numpy(), tf.linalg.logdet(s).numpy())  # expect: 31.020721 8.607408
print([part.numpy() for part in tf.linalg.slogdet(a)])  # expect: [1.0, 3.4346554]
print(tf.linalg.cholesky(s).numpy().tolist())  # expect: [[2.7917752265930176, 0.0, 0.0, 0.0, 0.0], [-0.7364684343338013, 2.321337938308716, 0.0, 0.0, 0.0], [-1.9024970531463623, 0.16985030472278595, 2.329035997390747, 0.0, 0.0], [-0.3750923275947571, 2.091205358505249, -0.5281802415847778, 2.0594499111175537, 0.0], [0.31029123067855835, -2.353196859359741, 0.8083268404006958, -1.3421156406402588, 2.379735231399536]]
print(tf.linalg.cholesky([[-1., 0.], [0., 1.]]).numpy())  # expect: [[nan  0.]
# expect:  [nan nan]]
print(tf.linalg.inv(tf.stack([a, s]))[1, 0].numpy().tolist())  # expect: [0.22289332747459412, 0.02653397060930729, 0.1260901689529419, 0.006104825995862484, -0.007591309957206249]


def gradient(function, *operands):
    variables = [tf.Variable(operand) for operand in operands]
    with tf.GradientTape() as tape:
        result = function(*variables)
    return [part.numpy().tolist() for part in tape.gradient(result, variables)]


c = tf.constant([[4., 1.], [1., 3.]])
print(gradient(lambda m: tf.reduce_sum(tf.linalg.inv(m)), c))  # expect: [[[-0.03305785357952118, -0.04958677664399147], [-0.04958678036928177, -0.07438016682863235]]]
print(gradient(tf.linalg.det, c))  # expect: [[[3.000000238418579, -1.0000001192092896], [-1.0000001192092896, 4.000000476837158]]]
print(gradient(tf.linalg.logdet, c))  # expect: [[[0.27272728085517883, -0.09090909361839294], [-0.09090909361839294, 0.3636363744735718]]]
print(gradient(lambda m: tf.linalg.slogdet(m)[1], c))  # expect: [[[0.27272728085517883, -0.09090909361839294], [-0.09090909361839294, 0.3636363744735718]]]
print(gradient(lambda m: tf.reduce_sum(tf.linalg.cholesky(m)), c))  # expect: [[[0.20634445548057556, 0.17462217807769775], [0.17462217807769775, 0.30151134729385376]]]
print(gradient(lambda m, r: tf.reduce_sum(tf.linalg.solve(m, r) ** 2), c, tf.constant([[1.], [2.]])))  # expect: [[[0.006010518874973059, 0.042073629796504974], [-0.040571004152297974, -0.2839969992637634]], [[-0.06611570715904236], [0.4462810158729553]]]
print([[round(v, 4) for v in row] for row in gradient(lambda m: tf.reduce_sum(tf.linalg.eigh(m)[0] * [1., 2.]), c)[0]])  # expect: [[1.7236, 0.0], [0.8944, 1.2764]]
