import PythonRuntime

/// TensorFlow looks at the arguments of most of its functions before it calls them, and words the mistakes itself.
enum DispatchedFunctions {
    /// Lets the functions of a module word mistakes so, but for those that go straight to an operation.
    static func mark(_ module: ModuleObject, isKeras: Bool = false) {
        for name in module.namespace.names where isKeras || !direct.contains(name) {
            (module.namespace[name]?.object as? NativeFunction)?.wording = .dispatched
        }
    }

    private static let direct = Set(
        directNames.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let directNames = """
        acosh as_dtype as_string asin asinh atan atan2 atanh band_part betainc bitcast broadcast_to
        check_numerics cholesky constant control_dependencies cos cosh create_rng_state cross
        custom_gradient det device digamma disable_check_numerics dynamic_partition dynamic_stitch
        einsum elu enable_check_numerics erf erfc executing_eagerly expm1 floormod function
        get_global_generator get_logger get_static_value grad_pass_through greater greater_equal
        group identity_n init_scope inside_function inv invert_permutation is_finite is_inf is_nan
        is_numeric_tensor is_tensor l2_loss less less_equal lgamma log log1p logical_and
        logical_not logical_or logm lower lu map_fn maximum meshgrid minimum mod negative no_op
        polygamma print qr realdiv reciprocal recompute_grad relu reverse rint scatter_nd
        segment_max segment_mean segment_min segment_prod segment_sum selu set_global_generator
        set_seed sin sinh slogdet softsign solve sqrtm square squared_difference strip switch_case
        tan tanh tensor_diag tensor_scatter_nd_add tensor_scatter_nd_max tensor_scatter_nd_min
        tensor_scatter_nd_sub tile timestamp truncatediv truncatemod unicode_transcode
        unravel_index unsorted_segment_max unsorted_segment_min unsorted_segment_prod
        unsorted_segment_sum upper variable_creator_scope vectorized_map while_loop xlogy name_scope
        """
}
