import Diagnostics
import PythonRuntime

/// Modules that are written in Python: little on top of native ones.
enum SourceModules {
    /// The modules' names.
    static var names: [String] { sources.keys.sorted() }

    /// The parts of each, which run one behind the other as one module.
    private static var sources: [String: [[UInt8]]] {
        [
            "__future__": [PackageResources.future_py],
            "_collections_user": [PackageResources.collectionsuser_py],
            "abc": [PackageResources.abc_py],
            "array": [PackageResources.array_py],
            "base64": [PackageResources.base64_py],
            "calendar": [PackageResources.calendar_py], "codecs": [PackageResources.codecs_py],
            "collections": [PackageResources.collections_py],
            "collections.abc": [
                PackageResources.collectionsabc_py, PackageResources.collectionsabcsequences_py,
                PackageResources.collectionsabcsets_py, PackageResources.collectionsabcmappings_py,
            ],
            "contextlib": [PackageResources.contextlib_py],
            "csv": [PackageResources.csv_py],
            "dataclasses": [
                PackageResources.dataclasses_py, PackageResources.dataclassmethods_py,
                PackageResources.dataclassuse_py,
            ],
            "datetime": [
                PackageResources.datetime_py, PackageResources.datetimedelta_py,
                PackageResources.datetimezones_py, PackageResources.datetimedate_py,
                PackageResources.datetimetime_py, PackageResources.datetimestamp_py,
                PackageResources.datetimetext_py,
            ],
            "difflib": [PackageResources.difflib_py],
            "enum": [
                PackageResources.enum_py, PackageResources.enumtype_py,
                PackageResources.enumclasses_py, PackageResources.enumflags_py,
            ],
            "fnmatch": [PackageResources.fnmatch_py],
            "fractions": [PackageResources.fractions_py],
            "functools": [PackageResources.functools_py],
            "gc": [PackageResources.gc_py],
            "glob": [PackageResources.glob_py],
            "hashlib": [PackageResources.hashlib_py],
            "html": [PackageResources.html_py],
            "inspect": [PackageResources.inspect_py],
            "json": [PackageResources.json_py],
            "keyword": [PackageResources.keyword_py],
            "locale": [PackageResources.locale_py],
            "logging": [PackageResources.logging_py],
            "numbers": [PackageResources.numbers_py],
            "numpy._files": [PackageResources.numpyfiles_py, PackageResources.numpytexts_py],
            "numpy._more": [PackageResources.numpymore_py, PackageResources.numpylimits_py],
            "numpy._dates": [
                PackageResources.numpydates_py, PackageResources.numpytimes_py,
            ],
            "numpy._matrices": [PackageResources.numpymatrices_py],
            "numpy._records": [PackageResources.numpyrecords_py],
            "numpy._objects": [
                PackageResources.numpyobjects_py, PackageResources.numpyobjectfunctions_py,
            ],
            "numpy._polynomial": [PackageResources.numpypoly_py],
            "numpy.fft": [PackageResources.numpyfft_py],
            "numpy.ma": [PackageResources.numpyma_py],
            "pathlib": [PackageResources.pathlib_py],
            "pickle": [PackageResources.pickle_py],
            "platform": [PackageResources.platform_py],
            "pprint": [PackageResources.pprint_py],
            "secrets": [PackageResources.secrets_py],
            "shutil": [PackageResources.shutil_py],
            "statistics": [
                PackageResources.statistics_py, PackageResources.statisticsspread_py,
                PackageResources.statisticsnormal_py,
            ],
            "string": [PackageResources.string_py],
            "struct": [PackageResources.struct_py],
            "tensorflow._data": [PackageResources.tensorflowdata_py],
            "tensorflow._linalg": [PackageResources.tensorflowlinalg_py],
            "tensorflow._more": [PackageResources.tensorflowmore_py],
            "tensorflow._nn": [PackageResources.tensorflownn_py],
            "tensorflow._ragged": [PackageResources.tensorflowragged_py],
            "tensorflow._special": [PackageResources.tensorflowspecial_py],
            "tensorflow._strings": [PackageResources.tensorflowstrings_py],
            "tensorflow.image": [PackageResources.tensorflowimage_py],
            "tensorflow.io": [PackageResources.tensorflowio_py],
            "tensorflow.lookup": [PackageResources.tensorflowlookup_py],
            "tensorflow.sets": [PackageResources.tensorflowsets_py],
            "tensorflow.signal": [PackageResources.tensorflowsignal_py],
            "tensorflow.sparse": [PackageResources.tensorflowsparse_py],
            "textwrap": [PackageResources.textwrap_py],
            "timeit": [PackageResources.timeit_py],
            "tqdm": [PackageResources.tqdm_py], "tqdm.auto": [PackageResources.tqdm_py],
            "tqdm.notebook": [PackageResources.tqdm_py],
            "traceback": [PackageResources.traceback_py],
            "types": [PackageResources.types_py],
            "typing": [
                PackageResources.typing_py, PackageResources.typingforms_py,
                PackageResources.typingvariables_py, PackageResources.typinggenerics_py,
                PackageResources.typingclasses_py, PackageResources.typingfunctions_py,
            ],
            "uuid": [PackageResources.uuid_py],
            "warnings": [PackageResources.warnings_py],
        ]
    }

    /// Runs a module's source.
    static func make(_ name: String, in python: Interpreter) throws -> ModuleObject {
        let module = ModuleObject(name, in: python)
        // Known before it is complete, as modules that import each other expect.
        python.modules.add(module, as: name)
        let outer = python.displayed
        defer { python.displayed = outer }
        for part in sources[name] ?? [] {
            let text = String(decoding: part, as: UTF8.self)
            try python.run(SourceText(name: "\(name).py", text: text), in: module.namespace)
        }
        python.letComputeAttributes(module)
        return module
    }
}

extension Interpreter {
    /// Lets a module that has a function `__getattr__` give the attributes that it does not hold.
    func letComputeAttributes(_ module: ModuleObject) {
        guard let compute = module.namespace["__getattr__"] else { return }
        module.makeAttribute = { [unowned self] name in
            do {
                return try call(compute, [.string(name, in: self)])
            } catch let failure as PythonError where failure.isOf("AttributeError", in: self) {
                return nil
            }
        }
    }
}
