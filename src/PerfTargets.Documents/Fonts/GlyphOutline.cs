using PerfTargets.Documents.Pdf;

namespace PerfTargets.Documents.Fonts;

/// <summary>Draws a glyph as path operators: words that are seen but are no text, so that nothing extracts them.</summary>
static class GlyphOutline
{
    const byte OnCurve = 1, ShortX = 2, ShortY = 4, Repeat = 8, SameX = 16, SameY = 32;
    const ushort WordArguments = 0x0001, ArgumentsAreOffsets = 0x0002, HasScale = 0x0008, HasXyScale = 0x0040, HasMatrix = 0x0080;

    /// <summary>A place in font units.</summary>
    readonly record struct Point(double X, double Y, bool On)
    {
        public static Point Middle(Point a, Point b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2, true);
    }

    /// <summary>Adds the contours of a glyph to the current path.</summary>
    /// <param name="scale">Units of the page per font unit.</param>
    public static void Draw(FontFace face, int glyph, double x, double y, double scale, PdfBuffer to)
    {
        foreach (var contour in Contours(face, glyph, depth: 0))
            DrawContour(contour.ConvertAll(point => new Point(x + point.X * scale, y + point.Y * scale, point.On)), to);
    }

    static List<List<Point>> Contours(FontFace face, int glyph, int depth)
    {
        var data = face.GlyphData(glyph).Span;
        if (data.Length == 0 || depth > 4) return [];
        var count = FontFace.I16(data, 0);
        if (count >= 0) return Simple(data, count);
        var contours = new List<List<Point>>();
        foreach (var (at, flags, part) in FontSubset.Components(data))
        {
            var place = Placement(data, at + 2, flags);
            foreach (var contour in Contours(face, part, depth + 1)) contours.Add(contour.ConvertAll(place));
        }
        return contours;
    }

    static Converter<Point, Point> Placement(ReadOnlySpan<byte> data, int at, ushort flags)
    {
        double dx = 0, dy = 0;
        var wide = (flags & WordArguments) != 0;
        if ((flags & ArgumentsAreOffsets) != 0)
            (dx, dy) = wide ? (FontFace.I16(data, at), FontFace.I16(data, at + 2)) : ((sbyte)data[at], (sbyte)data[at + 1]);
        at += wide ? 4 : 2;
        double a = 1, b = 0, c = 0, d = 1;
        if ((flags & HasScale) != 0) a = d = F2Dot14(data, at);
        else if ((flags & HasXyScale) != 0) (a, d) = (F2Dot14(data, at), F2Dot14(data, at + 2));
        else if ((flags & HasMatrix) != 0)
            (a, b, c, d) = (F2Dot14(data, at), F2Dot14(data, at + 2), F2Dot14(data, at + 4), F2Dot14(data, at + 6));
        return point => new Point(a * point.X + c * point.Y + dx, b * point.X + d * point.Y + dy, point.On);
    }

    static double F2Dot14(ReadOnlySpan<byte> data, int at) => FontFace.I16(data, at) / 16384.0;

    static List<List<Point>> Simple(ReadOnlySpan<byte> data, int count)
    {
        if (count == 0) return [];
        var total = FontFace.U16(data, 10 + (count - 1) * 2) + 1;
        var at = 10 + count * 2;
        at += 2 + FontFace.U16(data, at);
        var flags = new byte[total];
        for (var i = 0; i < total; i++)
        {
            flags[i] = data[at++];
            if ((flags[i] & Repeat) == 0) continue;
            for (var again = data[at++]; again > 0 && i + 1 < total; again--, i++) flags[i + 1] = flags[i];
        }
        var xs = Coordinates(data, flags, ShortX, SameX, ref at);
        var ys = Coordinates(data, flags, ShortY, SameY, ref at);
        var contours = new List<List<Point>>(count);
        for (int contour = 0, point = 0; contour < count; contour++)
        {
            var points = new List<Point>();
            for (var end = FontFace.U16(data, 10 + contour * 2); point <= end; point++)
                points.Add(new Point(xs[point], ys[point], (flags[point] & OnCurve) != 0));
            if (points.Count > 1) contours.Add(points);
        }
        return contours;
    }

    static int[] Coordinates(ReadOnlySpan<byte> data, byte[] flags, byte isShort, byte same, ref int at)
    {
        var values = new int[flags.Length];
        var value = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            if ((flags[i] & isShort) != 0)
            {
                value += (flags[i] & same) != 0 ? data[at] : -data[at];
                at++;
            }
            else if ((flags[i] & same) == 0)
            {
                value += FontFace.I16(data, at);
                at += 2;
            }
            values[i] = value;
        }
        return values;
    }

    static void DrawContour(List<Point> points, PdfBuffer to)
    {
        // Two control points in a row have a point of the curve half way between them.
        var first = points.FindIndex(point => point.On);
        var start = first >= 0 ? points[first] : Point.Middle(points[0], points[^1]);
        var (at, control) = (start, default(Point?));
        to.Num(start.X).Num(start.Y).Raw("m "u8);
        for (var i = 1; i <= points.Count + (first >= 0 ? 0 : 1); i++)
        {
            var last = i == points.Count + (first >= 0 ? 0 : 1);
            var point = last ? start : points[(Math.Max(first, -1) + i) % points.Count];
            if (!point.On && control is null)
            {
                control = point;
                continue;
            }
            var end = point.On ? point : Point.Middle(control!.Value, point);
            Segment(at, control, end, to);
            (at, control) = (end, point.On ? null : point);
        }
        to.Raw("h\n"u8);
    }

    static void Segment(Point from, Point? control, Point end, PdfBuffer to)
    {
        if (control is { } c)
        {
            to.Num(from.X + 2 * (c.X - from.X) / 3).Num(from.Y + 2 * (c.Y - from.Y) / 3);
            to.Num(end.X + 2 * (c.X - end.X) / 3).Num(end.Y + 2 * (c.Y - end.Y) / 3).Num(end.X).Num(end.Y).Raw("c "u8);
        }
        else
        {
            to.Num(end.X).Num(end.Y).Raw("l "u8);
        }
    }
}
