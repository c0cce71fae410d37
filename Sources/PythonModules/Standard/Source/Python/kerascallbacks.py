"""Callbacks: what a training tells, and what listens."""

import sys

import numpy as np


class Callback:
    """Something that a model tells of its training; every method may be overridden."""

    def __init__(self):
        self.validation_data = None
        self.model = None
        self._chief_worker_only = None
        self._supports_tf_logs = False

    def set_params(self, params):
        self.params = params

    def set_model(self, model):
        self.model = model

    def on_batch_begin(self, batch, logs=None):
        pass

    def on_batch_end(self, batch, logs=None):
        pass

    def on_epoch_begin(self, epoch, logs=None):
        pass

    def on_epoch_end(self, epoch, logs=None):
        pass

    def on_train_batch_begin(self, batch, logs=None):
        self.on_batch_begin(batch, logs=logs)

    def on_train_batch_end(self, batch, logs=None):
        self.on_batch_end(batch, logs=logs)

    def on_test_batch_begin(self, batch, logs=None):
        pass

    def on_test_batch_end(self, batch, logs=None):
        pass

    def on_predict_batch_begin(self, batch, logs=None):
        pass

    def on_predict_batch_end(self, batch, logs=None):
        pass

    def on_train_begin(self, logs=None):
        pass

    def on_train_end(self, logs=None):
        pass

    def on_test_begin(self, logs=None):
        pass

    def on_test_end(self, logs=None):
        pass

    def on_predict_begin(self, logs=None):
        pass

    def on_predict_end(self, logs=None):
        pass


class History(Callback):
    """Keeps what every epoch gave."""

    def __init__(self):
        super().__init__()
        self.history = {}

    def on_train_begin(self, logs=None):
        self.epoch = []

    def on_epoch_end(self, epoch, logs=None):
        self.epoch.append(epoch)
        for name, value in (logs or {}).items():
            self.history.setdefault(name, []).append(value)


class BaseLogger(Callback):
    """Accepted for programs of old: metrics are means over the epoch anyway."""

    def __init__(self, stateful_metrics=None):
        super().__init__()
        self.stateful_metrics = set(stateful_metrics or [])


class ProgbarLogger(Callback):
    """Accepted for programs of old: the progress is written by the training itself."""

    def __init__(self, count_mode='samples', stateful_metrics=None):
        super().__init__()
        self.stateful_metrics = set(stateful_metrics or [])


class TerminateOnNaN(Callback):
    """Ends a training whose loss is no number."""

    def __init__(self):
        super().__init__()

    def on_batch_end(self, batch, logs=None):
        loss = (logs or {}).get('loss')
        if loss is not None and (np.isnan(loss) or np.isinf(loss)):
            print(f'Batch {batch}: Invalid loss, terminating training')
            self.model.stop_training = True


def _warn(message):
    print('WARNING:tensorflow:' + message, file=sys.stderr)


def _ascends(monitor):
    """Whether more of a metric is better, by its name."""
    return monitor.endswith('acc') or monitor.endswith('accuracy') or monitor.endswith('auc')


class _Monitor(Callback):
    """A callback that follows one metric."""

    def _follow(self, monitor, mode, min_delta=0):
        if mode not in ('auto', 'min', 'max'):
            _warn(f'{type(self).__name__} mode {mode} is unknown, fallback to auto mode.')
            mode = 'auto'
        self.monitor = monitor
        self._is_ascending = mode == 'max' or (mode == 'auto' and _ascends(monitor))
        self.monitor_op = np.greater if self._is_ascending else np.less
        self.min_delta = abs(min_delta) if self._is_ascending else -abs(min_delta)

    def _worst(self):
        return -np.inf if self._is_ascending else np.inf


class EarlyStopping(_Monitor):
    """Ends the training when a metric has stopped getting better."""

    def __init__(self, monitor='val_loss', min_delta=0, patience=0, verbose=0, mode='auto',
                 baseline=None, restore_best_weights=False, start_from_epoch=0):
        super().__init__()
        self._follow(monitor, mode, min_delta)
        self.patience = patience
        self.verbose = verbose
        self.baseline = baseline
        self.wait = 0
        self.stopped_epoch = 0
        self.restore_best_weights = restore_best_weights
        self.best_weights = None
        self.start_from_epoch = start_from_epoch

    def on_train_begin(self, logs=None):
        self.wait = 0
        self.stopped_epoch = 0
        self.best = self._worst()
        self.best_weights = None
        self.best_epoch = 0

    def on_epoch_end(self, epoch, logs=None):
        current = self.get_monitor_value(logs)
        if current is None or epoch < self.start_from_epoch:
            return
        if self.restore_best_weights and self.best_weights is None:
            self.best_weights = self.model.get_weights()
            self.best_epoch = epoch
        self.wait += 1
        if self._is_improvement(current, self.best):
            self.best = current
            self.best_epoch = epoch
            if self.restore_best_weights:
                self.best_weights = self.model.get_weights()
            if self.baseline is None or self._is_improvement(current, self.baseline):
                self.wait = 0
            return
        if self.wait >= self.patience and epoch > 0:
            self.stopped_epoch = epoch
            self.model.stop_training = True
            if self.restore_best_weights and self.best_weights is not None:
                if self.verbose > 0:
                    print('Restoring model weights from the end of the best epoch: '
                          f'{self.best_epoch + 1}.')
                self.model.set_weights(self.best_weights)

    def on_train_end(self, logs=None):
        if self.stopped_epoch > 0 and self.verbose > 0:
            print(f'Epoch {self.stopped_epoch + 1}: early stopping')

    def get_monitor_value(self, logs):
        logs = logs or {}
        value = logs.get(self.monitor)
        if value is None:
            _warn(f'Early stopping conditioned on metric `{self.monitor}` which is not available. '
                  f'Available metrics are: {",".join(list(logs.keys()))}')
        return value

    def _is_improvement(self, value, reference):
        return self.monitor_op(value - self.min_delta, reference)


class ReduceLROnPlateau(_Monitor):
    """Lowers the learning rate when a metric has stopped getting better."""

    def __init__(self, monitor='val_loss', factor=0.1, patience=10, verbose=0, mode='auto',
                 min_delta=1e-4, cooldown=0, min_lr=0, **kwargs):
        super().__init__()
        if factor >= 1.0:
            raise ValueError('ReduceLROnPlateau does not support a factor >= 1.0. '
                             f'Got {factor}')
        self._follow(monitor, mode, kwargs.get('epsilon', min_delta))
        self.factor = factor
        self.min_lr = min_lr
        self.patience = patience
        self.verbose = verbose
        self.cooldown = cooldown
        self._reset()

    def _reset(self):
        self.best = self._worst()
        self.cooldown_counter = 0
        self.wait = 0

    def on_train_begin(self, logs=None):
        self._reset()

    def in_cooldown(self):
        return self.cooldown_counter > 0

    def on_epoch_end(self, epoch, logs=None):
        logs = logs if logs is not None else {}
        logs['lr'] = self.model.optimizer.lr.numpy()
        current = logs.get(self.monitor)
        if current is None:
            _warn('Learning rate reduction is conditioned on metric '
                  f'`{self.monitor}` which is not available. Available metrics are: '
                  f'{",".join(list(logs.keys()))}')
            return
        if self.in_cooldown():
            self.cooldown_counter -= 1
            self.wait = 0
        if self.monitor_op(current - self.min_delta, self.best):
            self.best = current
            self.wait = 0
        elif not self.in_cooldown():
            self.wait += 1
            if self.wait >= self.patience:
                self._lower(epoch)

    def _lower(self, epoch):
        old = self.model.optimizer.lr.numpy()
        if old <= np.float32(self.min_lr):
            return
        new = max(old * self.factor, self.min_lr)
        self.model.optimizer.lr = new
        if self.verbose > 0:
            print(f'\nEpoch {epoch + 1}: ReduceLROnPlateau reducing learning rate to {new}.')
        self.cooldown_counter = self.cooldown
        self.wait = 0


class LearningRateScheduler(Callback):
    """Sets the learning rate of every epoch by a function."""

    def __init__(self, schedule, verbose=0):
        super().__init__()
        self.schedule = schedule
        self.verbose = verbose

    def on_epoch_begin(self, epoch, logs=None):
        rate = float(self.model.optimizer.lr.numpy())
        try:
            rate = self.schedule(epoch, rate)
        except TypeError:
            rate = self.schedule(epoch)
        if hasattr(rate, 'numpy'):
            rate = rate.numpy()
        if not isinstance(rate, (float, np.float32, np.float64)):
            raise ValueError('The output of the "schedule" function should be float. '
                             f'Got: {rate}')
        self.model.optimizer.lr = rate
        if self.verbose > 0:
            print(f'\nEpoch {epoch + 1}: LearningRateScheduler setting learning rate to {rate}.')

    def on_epoch_end(self, epoch, logs=None):
        if logs is not None:
            logs['lr'] = self.model.optimizer.lr.numpy()


class LambdaCallback(Callback):
    """Functions as a callback."""

    def __init__(self, on_epoch_begin=None, on_epoch_end=None, on_batch_begin=None,
                 on_batch_end=None, on_train_begin=None, on_train_end=None, **kwargs):
        super().__init__()
        self.__dict__.update(kwargs)
        given = {'on_epoch_begin': on_epoch_begin, 'on_epoch_end': on_epoch_end,
                 'on_batch_begin': on_batch_begin, 'on_batch_end': on_batch_end,
                 'on_train_begin': on_train_begin, 'on_train_end': on_train_end}
        for name, function in given.items():
            if function is not None:
                setattr(self, name, function)


class CSVLogger(Callback):
    """Writes what every epoch gave into a file."""

    def __init__(self, filename, separator=',', append=False):
        super().__init__()
        self.sep = separator
        self.filename = filename
        self.append = append
        self.keys = None
        self.csv_file = None

    def on_train_begin(self, logs=None):
        self.csv_file = open(self.filename, 'a' if self.append else 'w')

    def on_epoch_end(self, epoch, logs=None):
        logs = logs or {}
        if self.keys is None:
            self.keys = sorted(logs.keys())
            # Validation may begin in a later epoch.
            if not any(key.startswith('val_') for key in self.keys):
                self.keys += [f'val_{key}' for key in self.keys]
            if not self.append:
                self.csv_file.write(self.sep.join(['epoch'] + self.keys) + '\n')
        row = [str(epoch)] + [str(logs.get(key, 'NA')) for key in self.keys]
        self.csv_file.write(self.sep.join(row) + '\n')
        self.csv_file.flush()

    def on_train_end(self, logs=None):
        self.csv_file.close()


class ModelCheckpoint(_Monitor):
    """Saves the model, or only its weights, after epochs."""

    def __init__(self, filepath, monitor='val_loss', verbose=0, save_best_only=False,
                 save_weights_only=False, mode='auto', save_freq='epoch', options=None,
                 initial_value_threshold=None, **kwargs):
        super().__init__()
        self._follow(monitor, mode)
        self.filepath = str(filepath)
        self.verbose = verbose
        self.save_best_only = save_best_only
        self.save_weights_only = save_weights_only
        self.save_freq = save_freq
        self.epochs_since_last_save = 0
        self._batches_since_save = 0
        self._last_batch = -1
        self._epoch = 0
        self.best = self._worst() if initial_value_threshold is None else initial_value_threshold

    def on_epoch_begin(self, epoch, logs=None):
        self._epoch = epoch

    def on_train_batch_end(self, batch, logs=None):
        if self.save_freq == 'epoch':
            return
        self._batches_since_save += batch + 1 if batch <= self._last_batch else (
            batch - self._last_batch)
        self._last_batch = batch
        if self._batches_since_save >= self.save_freq:
            self._batches_since_save = 0
            self._save(self._epoch, logs or {})

    def on_epoch_end(self, epoch, logs=None):
        self.epochs_since_last_save += 1
        if self.save_freq == 'epoch':
            self._save(epoch, logs or {})

    def _save(self, epoch, logs):
        path = self.filepath.format(epoch=epoch + 1, **logs)
        if self.save_best_only:
            current = logs.get(self.monitor)
            if current is None:
                _warn(f'Can save best model only with {self.monitor} available, skipping.')
                return
            if not self.monitor_op(current, self.best):
                if self.verbose > 0:
                    print(f'\nEpoch {epoch + 1}: {self.monitor} did not improve from '
                          f'{self.best:.5f}')
                return
            if self.verbose > 0:
                print(f'\nEpoch {epoch + 1}: {self.monitor} improved from {self.best:.5f} to '
                      f'{current:.5f}, saving model to {path}')
            self.best = current
        elif self.verbose > 0:
            print(f'\nEpoch {epoch + 1}: saving model to {path}')
        self.epochs_since_last_save = 0
        if self.save_weights_only:
            self.model.save_weights(path, overwrite=True)
        else:
            self.model.save(path, overwrite=True)


class TensorBoard(Callback):
    """Accepted, and writes nothing: a note keeps no logs beside itself."""

    def __init__(self, log_dir='logs', histogram_freq=0, write_graph=True, write_images=False,
                 write_steps_per_second=False, update_freq='epoch', profile_batch=0,
                 embeddings_freq=0, embeddings_metadata=None, **kwargs):
        super().__init__()
        known = {'write_grads', 'embeddings_layer_names', 'embeddings_data', 'batch_size'}
        if set(kwargs) - known:
            raise ValueError(f'Unrecognized arguments in `TensorBoard` Callback: '
                             f'{set(kwargs) - known}. Supported kwargs are: {known}')
        self.log_dir = str(log_dir)
        print('TensorBoard: no logs are written here.', file=sys.stderr)


class BackupAndRestore(Callback):
    """Refused: a note begins anew on every run."""

    def __init__(self, backup_dir, *args, **kwargs):
        raise NotImplementedError(
            'BackupAndRestore is not available: every run of a note begins anew.')


class RemoteMonitor(Callback):
    """Refused: a note may not use the network."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError(
            'RemoteMonitor is not available: a note may not use the network.')


class CallbackList:
    """Several callbacks as one."""

    def __init__(self, callbacks=None, add_history=False, add_progbar=False, model=None, **params):
        self.callbacks = list(callbacks or [])
        if add_history:
            self.callbacks.append(History())
        self.set_params(params)
        if model is not None:
            self.set_model(model)

    def append(self, callback):
        self.callbacks.append(callback)

    def set_params(self, params):
        self.params = params
        for callback in self.callbacks:
            callback.set_params(params)

    def set_model(self, model):
        self.model = model
        for callback in self.callbacks:
            callback.set_model(model)

    def __getattr__(self, name):
        if not name.startswith('on_'):
            raise AttributeError(f"'CallbackList' object has no attribute '{name}'")

        def tell(*args, **kwargs):
            for callback in self.callbacks:
                getattr(callback, name)(*args, **kwargs)
        return tell
