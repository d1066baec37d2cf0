using System.Security.Cryptography;
using System.Text;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Library;

/// <summary>Where an entry of the library comes from.</summary>
public enum LibrarySource
{
    /// <summary>With the program.</summary>
    Shipped,

    /// <summary>Taken from an approved form.</summary>
    Form,

    /// <summary>Written by an administrator.</summary>
    Written,
}

/// <summary>An entry of the 指标库.</summary>
public sealed class LibraryIndicator
{
    private LibraryIndicator() { }

    public Guid Id { get; private init; }

    /// <summary>The department whose entry it is; null for one that is common to all.</summary>
    public Guid? DepartmentId { get; private set; }

    public Organisation? Department { get; private init; }
    public LibraryCategory Category { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>By which two entries of an owner and category are the same: <see cref="LibraryEntry.KeyOf"/>.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary><see cref="PinyinInitials"/> of the name.</summary>
    public string Initials { get; private set; } = "";

    public string Operator { get; private set; } = "";
    public string Unit { get; private set; } = "";
    public string Explanation { get; private set; } = "";
    public string Topic { get; private set; } = "";
    public string Industry { get; private set; } = "";
    public LibrarySource Source { get; private init; }

    /// <summary>Which of the program's own entries it is, however it has been changed since; null for others.</summary>
    public string? ShippedKey { get; private init; }

    /// <summary>停用: offered no more, but known, so that it comes back neither with the program nor from a form.</summary>
    public bool IsRetired { get; set; }

    public LibraryEntry Entry => new(Category, Name, Operator, Unit, Explanation, Topic, Industry);

    public static LibraryIndicator Create(Guid? departmentId, LibraryEntry entry, LibrarySource source, string? shippedKey = null)
    {
        var indicator = new LibraryIndicator { Id = shippedKey is null ? Guid.CreateVersion7() : IdOf(shippedKey), Source = source, ShippedKey = shippedKey };
        indicator.Describe(departmentId, entry);
        return indicator;
    }

    /// <summary>
    /// The same in every process: they are inserted by their ids, and processes that start together over a new database then wait for the first one
    /// where in any other order two of them could wait for each other.
    /// </summary>
    private static Guid IdOf(string shippedKey) => new(SHA256.HashData(Encoding.UTF8.GetBytes(shippedKey)).AsSpan(0, 16), bigEndian: true);

    public void Describe(Guid? departmentId, LibraryEntry entry)
    {
        DepartmentId = departmentId;
        (Category, Name, NameKey, Initials) = (entry.Category, entry.Name, LibraryEntry.KeyOf(entry.Name), PinyinInitials.Of(entry.Name));
        (Operator, Unit, Explanation, Topic, Industry) = (entry.Operator, entry.Unit, entry.Explanation, entry.Topic, entry.Industry);
    }
}
