/// What TeX calls letters and signs.
enum TeXSymbols {
    static let table: [String: String] = {
        var table: [String: String] = [:]
        let words = text.split(separator: " ")
        for index in stride(from: 0, to: words.count - 1, by: 2) {
            table[String(words[index])] = String(words[index + 1])
        }
        for name in functions.split(separator: " ") { table[String(name)] = String(name) }
        return table
    }()

    private static let text = """
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ \
        lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω \
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω \
        times × cdot · pm ± mp ∓ div ÷ ast ∗ circ ∘ odot ⊙ oplus ⊕ otimes ⊗ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ \
        approx ≈ sim ∼ equiv ≡ propto ∝ in ∈ notin ∉ subset ⊂ cup ∪ cap ∩ forall ∀ exists ∃ infty ∞ partial ∂ \
        nabla ∇ sum ∑ prod ∏ int ∫ to → rightarrow → leftarrow ← Rightarrow ⇒ leftrightarrow ↔ mapsto ↦ \
        ldots … cdots ⋯ dots … prime ′ ell ℓ hbar ℏ Re ℜ Im ℑ degree ° langle ⟨ rangle ⟩ lVert ‖ rVert ‖ Vert ‖ \
        mid | vert | bullet • star ⋆ dagger † top ⊤ bot ⊥ ll ≪ gg ≫
        """

    private static let functions =
        "sin cos tan sinh cosh tanh log ln exp max min arg argmax argmin lim det softmax"
}
