/// The colour maps of matplotlib by name: where each turns, as `iirrggbb` — an index of 256 and its colour, in
/// hexadecimal digits. Between two turns colours run straight.
enum ColorMapTable {
    static let continuous: [String: String] = [
        "viridis": """
        0044015414481d6f2346307e3b3d4d8a5d2d708e841f948c931fa287a22ab07fb344bf70c66ccd5a\
        dfaadc32edd0e11cf4e2e418fdf8e621fffde725
        """,
        "plasma": """
        000d0887082206901f4b03a1346c00a8428104a7529814a070bc358795de5f65baf68d45d2fdaf31\
        e3fdca26eef9dc24fbf2f227fff0f921
        """,
        "inferno": """
        000000040703021016120a3223260c512d3809623a4d0d6c52741a6e6a9a286580bc375497da4e3c\
        acef6c23c2fa9207c9fc9f07d2fcb014e1f8cd37edf3e55df4f1f179fbf6fa96fffcffa4
        """,
        "magma": """
        000000040703030f140e0b2b262512553036106b3a4710784b62198069912b8185bf3a7798dc4869\
        a8ef5d5eb6f8765cc3fc8e64d5feb078effde0a1fffcfdbf
        """,
        "cividis": """
        0000224e14003070170132711d14367029293f6e41444f6c66666970827e7d78a39e9676c7c3b369\
        e2e0cb56f4f5dc41fbfde334fffee838
        """,
        "turbo": """
        0030123b08392a73104040a2184456c720466be3284680f62e448ffe343d9efe3d2eb4f2481ccdd8\
        4f18dbc5551ae4b65c27eea4643ff68a747dff567d9cfe4085b1f93691d0ea349fecd13aa9f9bc39\
        b4fea130c0fb7e21d0eb500eded43305ebb71d02f8920b01ff7a0403
        """,
        "gray": "00000000ffffffff",
        "binary": "00ffffffff000000",
        "Greys": "00ffffff27ebebeb49d1d1d164b8b8b88c888888c34d4d4de51e1e1eff000000",
        "Blues": "00f7fbff41c4daee6399c7e08465aad4a53c8cc3c31e6db2e008509bff08306b",
        "Greens": "00f7fcf523e2f4dd46c0e6b96994d390846dc072a13fa95cc61c8540e0006c2cff00441b",
        "Reds": "00fff5f022fedecf55fca0826cfc826285f96245a0ee3a2cc0ca181de0a30f15ff67000d",
        "Oranges": "00fff5eb23fee4ca42fdce9e65fda86383fc8937a1f06712c0d84801e3a13403ff7f2704",
        "Purples": "00fcfbfd25eceaf344d6d6e968b4b4d78a9490c3a27e79b8dd552a90ff3f007d",
        "OrRd": "00fff7ec2afee2bb43fdd19b62fdb88181fb8b58a1ee6246c4d2291ae0b20000ff7f0000",
        "YlGn": "00ffffe521f6fcb843d5eea165a4d98a8470c275a13fa95cc1218242e0006737ff004529",
        "YlGnBu": "00ffffd920edf8b140c6e9b46476cabc813fb4c4a01d90c0c52356a4df253494ff081d58",
        "YlOrRd": "00ffffcc40fed97661feb04b80fd8c3ca1fb4b29c0e2191ce0bb0026ff800026",
        "YlOrBr": "00ffffe523fff5b841fee28e61fec24d82fd9627a2e96d13c1c94b02e3933204ff662506",
        "GnBu": "00f7fcf039d0edca42c9eac460a7ddb58573c8c7a04db2d3d21677b3e00867abff084081",
        "PuBu": "00fff7fb23e9e5f143cccfe5669cb9d9826fa7cea3308cbec0056fafe104588aff023858",
        "BuPu": "00f7fcfd25dbe8f2629db9d9818c94c5b38a51a5c4873a98df810f7cff4d004b",
        "BuGn": "00f7fcfd24e2f4f741caebe5668fd4c28263c0a0a23fab72c0228a44e0006c2cff00441b",
        "PuRd": "00f7f4f921e6e0ee47d1b1d660c993c782e060ad9fe72a8abfce1256e1950041ff67001f",
        "RdPu": "00fff7f328fdd9d642fcc2bf62fa9bb481f666a1a1db3196bfae017eea690173ff49006a",
        "RdBu": """
        0067001f1ab3192c34d7634f4ef5a88667fddcc980f6f7f79acfe4efb48dc2dccc4393c3e62065ab\
        ff053061
        """,
        "RdGy": """
        0067001f1ab3192c34d7634f4ef5a88667fddcc97ffffefe8defefefa2d3d3d3b5b5b5b5d5737373\
        ea444444ff1a1a1a
        """,
        "RdYlBu": """
        00a500261ad8312835f572454dfdaf6267fee19280feffc099e0f3f8b3aad8e9ce70a9cfe64574b3\
        ff313695
        """,
        "RdYlGn": """
        00a500261ad8312835f572454ffdb36567fee18d7ffffebe83fafdb89bd5ed88b3a5d86ace60ba62\
        e6199750ff006837
        """,
        "Spectral": """
        009e01421ad63f4f33f46d434ffdb36567fee18d7ffffebe87f8fcb49ae4f498b5a4daa4cd64c0a6\
        e53389bdec3d79b6ff5e4fa2
        """,
        "PuOr": """
        007f3b081cb75c0733e082144dfdb96567fee1b97ff7f7f69ad7d8eab5ada6cecd7e70abe6532687\
        ff2d004b
        """,
        "PiYG": """
        008e015219c41a7c33de77ae4df1b7da68fde2f080f7f7f699e6f5d0b4b5df82cc7fbc41e64c9121\
        ff276419
        """,
        "PRGn": """
        0040004b1a772b84349b72ac4ec4a8d067e8d5e97ff7f6f799d9f0d3b3a5da9fcd58ac5fe61a7736\
        ff00441b
        """,
        "BrBG": """
        005430051a8d520b33bf812d4ddfc37e67f6e9c580f4f5f59ac4e9e4b37fccc0cd33958de601655d\
        ff003c30
        """,
        "coolwarm": """
        003b4cc0165572df2a6f92f3408db0fe53a7c5fe68c3d5f47cd9dce183e0dbd897f1cdbaacf7b599\
        bef59c7dd4e8765ce8d44e41f6c12b30feb50927ffb40426
        """,
        "bwr": "000000ff7ffefeff83fff8f8ffff0000",
        "seismic": "0000004c400101ff7ffdfdff80fffdfdbfff0101ff800000",
        "jet": """
        000000801c0000ff200000ff5700dcfe5a02e8f46016ffe1a3eeff09a6f8f500a9ffea00e3ff1300\
        e8e80000ff800000
        """,
        "hot": "000b00005dff0000befffe00ffffffff",
        "cool": "0000ffffffff00ff",
        "bone": "0000000060545574c0a9c8c8ffffffff",
        "copper": "00000000cfffa267ffffc77f",
        "rainbow": """
        008000ff1e445cfb331996f34000b5eb5020d5e16142edd36f5efac67f7effb58e9cfba49cb9ef92\
        aad4dd80bbf6be68c0ffb360d7ff793efbff0d06ffff0000
        """,
        "gist_rainbow": """
        00ff002907ff000308ff020037feff006600ff009500fffd9700f6ffc40002ffc70e00fff3fe00ff\
        fcff00d0ffff00bf
        """,
        "spring": "00ff00ffffffff00",
        "summer": "00008066ffffff66",
        "autumn": "00ff0000ffffff00",
        "winter": "000000ffff00ff80",
        "hsv": """
        00ff000028ffec002cf8fd0030e2ff005508ff005900ff108100fffc8300f6ffaa0010ffae0800ff\
        d6f400ffdafe00f1deff00dbffff0018
        """,
        "terrain": "00333399260098fe2a00a0e83f00cb6b4001cc667ffdff9981fcfb97bf805c54ffffffff",
        "twilight": """
        00e2d9e208d6d7dd10c2ced41d9cb9c82880a5c3336d90c03d637bbc4c5f59b15a5c379c63572385\
        6a4e186f743d114e7d32123a80301437873a113a8f4a13429e711d4fa98c2a50b8a84750c5b96456\
        d0c37f64dbca9a7dead4bdadf5ddd1d1fde2d9e0ffe2d9e2
        """,
        "pink": """
        001e000004321a1a0c4b2d2d19684141308d5a5a50b475755ec27f7e76cca08e94d8c19fbce8e7b3\
        c6ebebbee6f7f7e5ffffffff
        """,
    ]

    /// Maps of few colours that do not run into each other: `rrggbb` each.
    static let listed: [String: String] = [
        "tab10": "1f77b4ff7f0e2ca02cd627289467bd8c564be377c27f7f7fbcbd2217becf",
        "tab20": """
        1f77b4aec7e8ff7f0effbb782ca02c98df8ad62728ff98969467bdc5b0d58c564bc49c94e377c2\
        f7b6d27f7f7fc7c7c7bcbd22dbdb8d17becf9edae5
        """,
        "tab20b": """
        393b795254a36b6ecf9c9ede6379398ca252b5cf6bcedb9c8c6d31bd9e39e7ba52e7cb94843c39\
        ad494ad6616be7969c7b4173a55194ce6dbdde9ed6
        """,
        "tab20c": """
        3182bd6baed69ecae1c6dbefe6550dfd8d3cfdae6bfdd0a231a35474c476a1d99bc7e9c0756bb1\
        9e9ac8bcbddcdadaeb636363969696bdbdbdd9d9d9
        """,
        "Set1": "e41a1c377eb84daf4a984ea3ff7f00ffff33a65628f781bf999999",
        "Set2": "66c2a5fc8d628da0cbe78ac3a6d854ffd92fe5c494b3b3b3",
        "Set3": "8dd3c7ffffb3bebadafb807280b1d3fdb462b3de69fccde5d9d9d9bc80bdccebc5ffed6f",
        "Pastel1": "fbb4aeb3cde3ccebc5decbe4fed9a6ffffcce5d8bdfddaecf2f2f2",
        "Pastel2": "b3e2cdfdcdaccbd5e8f4cae4e6f5c9fff2aef1e2cccccccc",
        "Accent": "7fc97fbeaed4fdc086ffff99386cb0f0027fbf5b17666666",
        "Paired": "a6cee31f78b4b2df8a33a02cfb9a99e31a1cfdbf6fff7f00cab2d66a3d9affff99b15928",
        "Dark2": "1b9e77d95f027570b3e7298a66a61ee6ab02a6761d666666",
    ]
}
