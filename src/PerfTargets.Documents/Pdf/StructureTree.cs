namespace PerfTargets.Documents.Pdf;

/// <summary>An element of the logical structure (ISO 32000-1, 14.7.2): its children are elements or pieces of marked content.</summary>
sealed class StructElement(string role, StructElement? parent, int id, string attributes)
{
    public string Role => role;

    public StructElement? Parent => parent;

    public int Id => id;

    public string Attributes => attributes;

    public List<StructElement> Children { get; } = [];

    /// <summary>The page object and number of each piece of content.</summary>
    public List<(int Page, int Mcid)> Content { get; } = [];
}

/// <summary>The logical structure of a document, and for each page which element each piece of content belongs to.</summary>
sealed class StructureTree
{
    readonly PdfFile _file;
    readonly List<StructElement> _elements = [];
    readonly List<List<StructElement>> _pages = [];

    public StructureTree(PdfFile file)
    {
        (_file, Id) = (file, file.Reserve());
        Document = Add("Document", null);
    }

    public int Id { get; }

    public StructElement Document { get; }

    /// <summary>The number of the page in the parent tree.</summary>
    public int BeginPage()
    {
        _pages.Add([]);
        return _pages.Count - 1;
    }

    public StructElement Add(string role, StructElement? parent, string attributes = "")
    {
        var element = new StructElement(role, parent, _file.Reserve(), attributes);
        parent?.Children.Add(element);
        _elements.Add(element);
        return element;
    }

    /// <summary>Gives the next piece of content of the current page to an element and returns its number.</summary>
    public int Mark(StructElement element, int page)
    {
        var marked = _pages[^1];
        marked.Add(element);
        element.Content.Add((page, marked.Count - 1));
        return marked.Count - 1;
    }

    public void Write()
    {
        var parents = _file.Reserve();
        _file.Begin(Id).Raw("<</Type/StructTreeRoot/K ").Ref(Document.Id).Raw("/ParentTree ").Ref(parents)
            .Raw("/ParentTreeNextKey ").Int(_pages.Count).Raw(">>");
        var tree = _file.Begin(parents).Raw("<</Nums[");
        for (var page = 0; page < _pages.Count; page++)
        {
            tree.Int(page).Raw("[");
            foreach (var element in _pages[page]) tree.Ref(element.Id).Raw(" ");
            tree.Raw("]");
        }
        tree.Raw("]>>");
        foreach (var element in _elements) Write(element);
    }

    void Write(StructElement element)
    {
        var to = _file.Begin(element.Id).Raw("<</Type/StructElem/S/").Raw(element.Role).Raw("/P ").Ref(element.Parent?.Id ?? Id);
        if (element.Content.Count > 0) to.Raw("/Pg ").Ref(element.Content[0].Page);
        to.Raw("/K[");
        foreach (var (page, mcid) in element.Content)
        {
            if (page == element.Content[0].Page) to.Int(mcid).Raw(" ");
            else to.Raw("<</Type/MCR/Pg ").Ref(page).Raw("/MCID ").Int(mcid).Raw(">>");
        }
        foreach (var child in element.Children) to.Ref(child.Id).Raw(" ");
        to.Raw("]").Raw(element.Attributes).Raw(">>");
    }
}
