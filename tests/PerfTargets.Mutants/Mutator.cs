using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace PerfTargets.Mutants;

/// <summary>
/// Puts a switch around everything in a file that can be changed: each condition held to be true or false, each comparison moved by its
/// boundary, each and/or exchanged, alternatives of patterns and arms of switches left out, numbers one larger, sums turned into differences,
/// statements skipped, words looked for at the other end. Texts are left alone: what is said to people is no condition.
/// </summary>
internal sealed class Mutator(SemanticModel model, string file, IReadOnlySet<string> refused, List<Mutant> mutants) : CSharpSyntaxRewriter
{
    private static readonly Dictionary<string, string> Opposites = Both(
        ("StartsWith", "EndsWith"), ("IndexOf", "LastIndexOf"), ("IndexOfAny", "LastIndexOfAny"), ("TrimStart", "TrimEnd"), ("LeadOf", "TailOf"),
        ("First", "Last"), ("FirstOrDefault", "LastOrDefault"), ("Max", "Min"), ("MaxBy", "MinBy"), ("All", "Any"));

    private static readonly Dictionary<SyntaxKind, SyntaxKind> Boundaries = new()
    {
        [SyntaxKind.LessThanExpression] = SyntaxKind.LessThanOrEqualExpression,
        [SyntaxKind.LessThanOrEqualExpression] = SyntaxKind.LessThanExpression,
        [SyntaxKind.GreaterThanExpression] = SyntaxKind.GreaterThanOrEqualExpression,
        [SyntaxKind.GreaterThanOrEqualExpression] = SyntaxKind.GreaterThanExpression,
        [SyntaxKind.LogicalAndExpression] = SyntaxKind.LogicalOrExpression,
        [SyntaxKind.LogicalOrExpression] = SyntaxKind.LogicalAndExpression,
    };

    private static readonly Dictionary<SyntaxKind, SyntaxKind> Sums = new()
    {
        [SyntaxKind.AddExpression] = SyntaxKind.SubtractExpression,
        [SyntaxKind.SubtractExpression] = SyntaxKind.AddExpression,
        [SyntaxKind.MultiplyExpression] = SyntaxKind.DivideExpression,
        [SyntaxKind.DivideExpression] = SyntaxKind.MultiplyExpression,
    };

    private static readonly Dictionary<SyntaxKind, SyntaxKind> PatternBoundaries = new()
    {
        [SyntaxKind.LessThanToken] = SyntaxKind.LessThanEqualsToken,
        [SyntaxKind.LessThanEqualsToken] = SyntaxKind.LessThanToken,
        [SyntaxKind.GreaterThanToken] = SyntaxKind.GreaterThanEqualsToken,
        [SyntaxKind.GreaterThanEqualsToken] = SyntaxKind.GreaterThanToken,
    };

    /// <summary>Words of attributes, fixed values, defaults of parameters and patterns have to be constant, and fields are read but once.</summary>
    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) => node;

    public override SyntaxNode? VisitEnumDeclaration(EnumDeclarationSyntax node) => node;

    public override SyntaxNode? VisitParameter(ParameterSyntax node) => node;

    public override SyntaxNode? VisitConstantPattern(ConstantPatternSyntax node) => node;

    public override SyntaxNode? VisitRelationalPattern(RelationalPatternSyntax node) => node;

    public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node) => node;

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node) =>
        node.Initializer is not null && node.Modifiers.Any(SyntaxKind.StaticKeyword) ? node : base.VisitPropertyDeclaration(node);

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        var visited = base.Visit(node);
        return node is ExpressionSyntax expression && visited is ExpressionSyntax changed ? OfExpression(expression, changed) : visited;
    }

    public override SyntaxNode? VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        var arm = (SwitchExpressionArmSyntax)base.VisitSwitchExpressionArm(node)!;
        var isLast = ((SwitchExpressionSyntax)node.Parent!).Arms.Last() == node;
        if (isLast || Add(node, node.Pattern, "") is not { } id)
            return arm;
        ExpressionSyntax condition = arm.WhenClause is { } when ? And(Parenthesized(when.Condition), Not(On(id))) : Not(On(id));
        return arm.WithWhenClause(Marked(WhenClause(condition), id));
    }

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var statement = (ExpressionStatementSyntax)base.VisitExpressionStatement(node)!;
        return node.DescendantNodes().Any(IsDeclaration) || Add(node, node, "") is not { } id
            ? statement
            : Marked(IfStatement(Not(On(id)), Block(statement.WithoutTrivia())).WithTriviaFrom(statement), id);
    }

    private ExpressionSyntax OfExpression(ExpressionSyntax node, ExpressionSyntax changed)
    {
        if (!IsValue(node))
            return changed;
        var declares = node.DescendantNodesAndSelf().Any(IsDeclaration);
        if (!declares)
        {
            foreach (var instead in Alternatives(node))
            {
                if (Add(node, node, instead.ToString()) is { } id)
                    changed = Marked(Parenthesized(ConditionalExpression(On(id), Parenthesized(instead), Parenthesized(changed))), id);
            }
        }
        return IsCondition(node) ? Held(node, changed, declares) : changed.WithTriviaFrom(node);
    }

    /// <summary>What else might stand there. Parts keep what they are: each has its own switches where it stands now.</summary>
    private IEnumerable<ExpressionSyntax> Alternatives(ExpressionSyntax node)
    {
        switch (node)
        {
            case BinaryExpressionSyntax binary when Boundaries.TryGetValue(node.Kind(), out var other)
                || (Sums.TryGetValue(node.Kind(), out other) && IsNumber(binary.Left) && IsNumber(binary.Right)):
                yield return BinaryExpression(other, Parenthesized(binary.Left.WithoutTrivia()), Parenthesized(binary.Right.WithoutTrivia()));
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } binary:
                yield return binary.Right;
                break;
            case IsPatternExpressionSyntax { Pattern: var pattern } test:
                foreach (var (old, other) in pattern.DescendantNodesAndSelf().SelectMany(Alternatives))
                    yield return test.ReplaceNode(old, other);
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression, Token.Value: int or decimal } literal:
                var text = literal.Token.Text;
                yield return ParseExpression(literal.Token.Value is int number ? (number + 1).ToString(CultureInfo.InvariantCulture) : $"({text} + 1)");
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression, Parent: not WhileStatementSyntax }:
                yield return LiteralExpression(SyntaxKind.FalseLiteralExpression);
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression }:
                yield return LiteralExpression(SyntaxKind.TrueLiteralExpression);
                break;
            case IdentifierNameSyntax when model.GetSymbolInfo(node).Symbol is IFieldSymbol { HasConstantValue: true, Type.SpecialType: SpecialType.System_Int32 }:
                yield return ParseExpression($"{node} + 1");
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } called } invocation
                when Opposites.TryGetValue(name.Identifier.Text, out var opposite):
                yield return invocation.WithExpression(called.WithName(IdentifierName(opposite)));
                break;
        }
    }

    private static IEnumerable<(SyntaxNode Old, SyntaxNode Other)> Alternatives(SyntaxNode pattern)
    {
        if (pattern is BinaryPatternSyntax binary)
        {
            yield return (binary, binary.Left);
            yield return (binary, binary.Right);
        }
        if (pattern is RelationalPatternSyntax relational && PatternBoundaries.TryGetValue(relational.OperatorToken.Kind(), out var other))
            yield return (relational, relational.WithOperatorToken(Token(other)));
    }

    /// <summary>The condition held to be true and held to be false. What it declares must still be known where it is used.</summary>
    private ExpressionSyntax Held(ExpressionSyntax node, ExpressionSyntax changed, bool declares)
    {
        var isNegative = node is IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax };
        if ((!declares || isNegative) && Add(node, node, "true") is { } always)
            changed = Marked(Parenthesized(BinaryExpression(SyntaxKind.LogicalOrExpression, Parenthesized(changed), On(always))), always);
        if ((!declares || !isNegative) && Add(node, node, "false") is { } never)
            changed = Marked(Parenthesized(And(Parenthesized(changed), Not(On(never)))), never);
        return changed;
    }

    /// <summary>True or false, and made of nothing that is a condition itself.</summary>
    private bool IsCondition(ExpressionSyntax node) =>
        node is not (ParenthesizedExpressionSyntax or LiteralExpressionSyntax or PrefixUnaryExpressionSyntax or AssignmentExpressionSyntax or ConditionalExpressionSyntax)
        && node.Kind() is not (SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression)
        && node.Parent is not (ExpressionStatementSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
        && model.GetTypeInfo(node) is { Type.SpecialType: SpecialType.System_Boolean, ConvertedType.SpecialType: SpecialType.System_Boolean };

    /// <summary>Whether something may be calculated there: neither a name being called, nor a part of a type, a pattern or what is assigned to.</summary>
    private bool IsValue(ExpressionSyntax node) =>
        (node is not TypeSyntax || model.GetSymbolInfo(node).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol)
        && node.Parent switch
        {
            MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or ConditionalAccessExpressionSyntax or NameColonSyntax or NameEqualsSyntax => false,
            InvocationExpressionSyntax call => call.Expression != node,
            AssignmentExpressionSyntax assignment => assignment.Left != node,
            PrefixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.LogicalNotExpression } or PostfixUnaryExpressionSyntax or InterpolationSyntax => false,
            _ => true,
        }
        && !node.Ancestors().TakeWhile(above => above is not (StatementSyntax or MemberDeclarationSyntax or LambdaExpressionSyntax))
            .Any(above => above is PatternSyntax or TypeSyntax);

    private bool IsNumber(ExpressionSyntax node) => model.GetTypeInfo(node).Type is { } type
        && (type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal || type.Name is "Int128");

    private static bool IsDeclaration(SyntaxNode node) => node is SingleVariableDesignationSyntax;

    private int? Add(SyntaxNode at, SyntaxNode old, string instead)
    {
        var line = at.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        var what = instead.Length > 0 ? $"{Line(old)}  →  {Line(instead)}" : $"without {Line(old)}";
        var key = $"{file}:{at.SpanStart}:{what}";
        if (refused.Contains(key))
            return null;
        mutants.Add(new Mutant(mutants.Count, file, line, what, key));
        return mutants.Count - 1;
    }

    private static string Line(object code) => string.Join(' ', code.ToString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static T Marked<T>(T node, int id) where T : SyntaxNode =>
        node.WithAdditionalAnnotations(new SyntaxAnnotation(Mutant.Annotation, id.ToString(CultureInfo.InvariantCulture)));

    private static ExpressionSyntax On(int id) => ParseExpression($"global::PerfTargets.Mutants.Switch.On({id})");

    private static PrefixUnaryExpressionSyntax Not(ExpressionSyntax node) => PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, node);

    private static BinaryExpressionSyntax And(ExpressionSyntax one, ExpressionSyntax other) => BinaryExpression(SyntaxKind.LogicalAndExpression, one, other);

    private static ParenthesizedExpressionSyntax Parenthesized(ExpressionSyntax node) => ParenthesizedExpression(node);

    private static Dictionary<string, string> Both(params (string One, string Other)[] pairs)
    {
        var both = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (one, other) in pairs)
            (both[one], both[other]) = (other, one);
        return both;
    }
}
