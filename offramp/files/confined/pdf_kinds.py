"""What an object of a PDF may say: for each kind of object its keys, and for each key what may stand there.

The numbers are those of the tables of ISO 32000-1:2008. What draws nothing is left out on purpose: days,
names, notes of programs, metadata, alternates, layers, marks of a structure that does not come along.
"""


def _says(**kinds: str) -> dict[str, str]:
    return {f"/{key}": kind for kind, keys in kinds.items() for key in keys.split()}


_FUNCTION = _says(  # 38 to 41
    number="FunctionType Order N BitsPerSample",
    numbers="Domain Range Size Encode Decode C0 C1 Bounds",
    function="Functions",
)
KINDS = {
    # 30; boxes hide what lies on the paper outside of them, and only the paper itself (MediaBox) may.
    "page": _says(name="Type", numbers="MediaBox", number="Rotate UserUnit", group="Group"),
    # 96 and 147
    "group": _says(name="Type S", color="CS", number="I K"),
    # 58, without what is for presses
    "state": _says(
        name="Type RI BM",
        number="LW LC LJ ML OP op OPM FL SM SA CA ca AIS TK",
        numbers="D",
        font="Font",
        mask="SMask",
        function="TR TR2",
    ),
    # 144
    "mask": _says(name="Type S", form="G", numbers="BC", function="TR"),
    # 89
    "image": _says(
        name="Type Subtype Intent",
        number="Width Height BitsPerComponent ImageMask Interpolate SMaskInData",
        color="ColorSpace",
        numbers="Decode Matte",
        image="Mask SMask",
    ),
    # 95
    "form": _says(
        name="Type Subtype", number="FormType", numbers="BBox Matrix", resources="Resources", group="Group"
    ),
    # 75 and 76
    "pattern": _says(
        name="Type",
        number="PatternType PaintType TilingType XStep YStep",
        numbers="BBox Matrix",
        resources="Resources",
        shading="Shading",
        state="ExtGState",
    ),
    # 78 to 84
    "shading": _says(
        number="ShadingType AntiAlias BitsPerCoordinate BitsPerComponent BitsPerFlag VerticesPerRow",
        numbers="Background BBox Domain Matrix Coords Extend Decode",
        color="ColorSpace",
        function="Function",
    ),
    "function": _FUNCTION,
    "calculator": _FUNCTION,
    # 63 to 65
    "calibrated": _says(numbers="WhitePoint BlackPoint Gamma Matrix Range"),
    # 111, 112, 117 and 121
    "font": _says(
        name="Type Subtype",
        face="BaseFont",
        number="FirstChar LastChar DW",
        numbers="Widths FontBBox FontMatrix W DW2 W2",
        descriptor="FontDescriptor",
        encoding="Encoding",
        map="ToUnicode",
        font="DescendantFonts",
        collection="CIDSystemInfo",
        stream="CIDToGIDMap",
        glyphs="CharProcs",
        resources="Resources",
    ),
    # 122
    "descriptor": _says(
        name="Type FontStretch",
        face="FontName",
        number="FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth "
        "MaxWidth MissingWidth",
        numbers="FontBBox",
        program="FontFile FontFile2 FontFile3",
    ),
    # 127
    "program": _says(number="Length1 Length2 Length3", name="Subtype"),
    # 114, 116 and 120
    "encoding": _says(name="Type BaseEncoding", differences="Differences"),
    "collection": _says(word="Registry Ordering", number="Supplement"),
    "map": _says(name="Type", called="CMapName", collection="CIDSystemInfo", number="WMode", map="UseCMap"),
    # 8, 11, 12 and 13
    "parameters": _says(
        number="Predictor Colors BitsPerComponent Columns EarlyChange K EndOfLine EncodedByteAlign Rows "
        "EndOfBlock BlackIs1 DamagedRowsBeforeError ColorTransform",
        segments="JBIG2Globals",
    ),
    **dict.fromkeys(("stream", "segments", "table", "glyphs", "glyph"), _says()),
}
# What every stream may say besides (5); the streams of other files (F) are not among it.
OF_A_STREAM = ("/Length", "/Filter", "/DecodeParms")
# What a drawing may name, by the category of its resources (33).
CATEGORIES = _says(
    state="ExtGState",
    color="ColorSpace",
    pattern="Pattern",
    shading="Shading",
    object="XObject",
    font="Font",
)
