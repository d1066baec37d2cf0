namespace PerfTargets.Documents.Pdf;

/// <summary>An element of the logical structure (ISO 32000-1, 14.7.2): its children are elements, pieces of marked content or a link.</summary>
sealed class StructElement(string role, int parent, int id, string attributes)
{
    public string Role => role;

    public int Parent => parent;

    public int Id => id;

    public string Attributes => attributes;

    public List<int> Children { get; } = [];

    /// <summary>The page object and number of each piece of content.</summary>
    public List<(int Page, int Mcid)> Content { get; } = [];

    /// <summary>The page and the annotation of a Link; 0 where there is none.</summary>
    public (int Page, int Annotation) Link { get; set; }
}

/// <summary>
/// The logical structure of a document, and for each page which element each piece of content belongs to. Elements are written part by
/// part; only the parts themselves are kept to the end.
/// </summary>
sealed class StructureTree
{
    readonly PdfFile _file;
    readonly List<StructElement> _open = [];
    readonly List<StructElement> _page = [];
    readonly List<int> _parts = [];

    /// <summary>For each key of the parent tree the object that answers it: a page's array of elements or an annotation's element.</summary>
    readonly List<int> _parents = [];

    readonly int _document;
    int _pageKey;

    public StructureTree(PdfFile file) => (_file, Id, _document) = (file, file.Reserve(), file.Reserve());

    public int Id { get; }

    /// <summary>Begins a part of the document, which comes after all others unless it is said to be the first.</summary>
    public StructElement AddPart(string role, bool first = false)
    {
        var part = Open(role, _document, "");
        _parts.Insert(first ? 0 : _parts.Count, part.Id);
        return part;
    }

    public StructElement Add(string role, StructElement parent, string attributes = "")
    {
        var element = Open(role, parent.Id, attributes);
        parent.Children.Add(element.Id);
        return element;
    }

    /// <summary>The key of the page in the parent tree.</summary>
    public int BeginPage()
    {
        _parents.Add(_file.Reserve());
        _page.Clear();
        return _pageKey = _parents.Count - 1;
    }

    public void EndPage()
    {
        var to = _file.Begin(_parents[_pageKey]).Raw("["u8);
        foreach (var element in _page) to.Ref(element.Id).Raw(" "u8);
        to.Raw("]"u8);
    }

    /// <summary>Gives the next piece of content of the current page to an element and returns its number.</summary>
    public int Mark(StructElement element, int page)
    {
        _page.Add(element);
        element.Content.Add((page, _page.Count - 1));
        return _page.Count - 1;
    }

    /// <summary>Makes an annotation the object of an element and returns its key in the parent tree.</summary>
    public int Link(StructElement element, int page, int annotation)
    {
        element.Link = (page, annotation);
        _parents.Add(element.Id);
        return _parents.Count - 1;
    }

    /// <summary>Writes the elements of the parts that are complete.</summary>
    public void EndPart()
    {
        foreach (var element in _open) Write(element);
        _open.Clear();
    }

    public void Finish()
    {
        EndPart();
        var tree = _file.Reserve();
        _file.Begin(Id).Raw("<</Type/StructTreeRoot/K "u8).Ref(_document).Raw("/ParentTree "u8).Ref(tree)
            .Raw("/ParentTreeNextKey "u8).Int(_parents.Count).Raw(">>"u8);
        var keys = _file.Begin(tree).Raw("<</Nums["u8);
        for (var key = 0; key < _parents.Count; key++) keys.Int(key).Raw(" "u8).Ref(_parents[key]).Raw(" "u8);
        keys.Raw("]>>"u8);
        var document = _file.Begin(_document).Raw("<</Type/StructElem/S/Document/P "u8).Ref(Id).Raw("/K["u8);
        foreach (var part in _parts) document.Ref(part).Raw(" "u8);
        document.Raw("]>>"u8);
    }

    StructElement Open(string role, int parent, string attributes)
    {
        var element = new StructElement(role, parent, _file.Reserve(), attributes);
        _open.Add(element);
        return element;
    }

    void Write(StructElement element)
    {
        var to = _file.Begin(element.Id).Raw("<</Type/StructElem/S/"u8).Raw(element.Role).Raw("/P "u8).Ref(element.Parent);
        if (element.Content.Count > 0) to.Raw("/Pg "u8).Ref(element.Content[0].Page);
        to.Raw("/K["u8);
        foreach (var (page, mcid) in element.Content)
        {
            if (page == element.Content[0].Page) to.Int(mcid).Raw(" "u8);
            else to.Raw("<</Type/MCR/Pg "u8).Ref(page).Raw("/MCID "u8).Int(mcid).Raw(">>"u8);
        }
        if (element.Link.Annotation > 0)
            to.Raw("<</Type/OBJR/Pg "u8).Ref(element.Link.Page).Raw("/Obj "u8).Ref(element.Link.Annotation).Raw(">>"u8);
        foreach (var child in element.Children) to.Ref(child).Raw(" "u8);
        to.Raw("]"u8).Raw(element.Attributes).Raw(">>"u8);
    }
}
