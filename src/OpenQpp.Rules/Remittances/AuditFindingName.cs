namespace OpenQpp.Rules;

/// <summary>What is wrong on a remittance, by name.</summary>
public enum AuditFindingName
{
    /// <summary>The charge of a line less its adjustments is not its payment.</summary>
    LineOutOfBalance,

    /// <summary>The charge of a claim less all adjustments is not its payment.</summary>
    ClaimOutOfBalance,

    /// <summary>The payments of the claims less the provider's adjustments are not the payment of the remittance.</summary>
    TransactionOutOfBalance,

    /// <summary>An adjustment is due and there is none.</summary>
    MipsMissing,

    /// <summary>There is an adjustment and none is due.</summary>
    MipsUnexpected,

    /// <summary>The amount is right, its sign is not.</summary>
    MipsWrongSign,

    /// <summary>The amount is a cent off.</summary>
    MipsOneCent,

    /// <summary>The amount follows from another percent.</summary>
    MipsWrongFactor,

    /// <summary>The amount is another, and nothing explains it.</summary>
    MipsAmountDiffers,

    /// <summary>An incentive under 237 or a reduction under 144.</summary>
    MipsWrongCode,

    /// <summary>The group code is not CO.</summary>
    MipsWrongGroup,

    /// <summary>An adjustment without the remark code that says what it is.</summary>
    N807Missing,

    /// <summary>The remark code without an adjustment.</summary>
    N807WithoutAmount,

    /// <summary>Sequestration stands under a code of the adjustment.</summary>
    SequestrationLabelledAsMips,

    /// <summary>Sequestration is due and there is none.</summary>
    SequestrationMissing,

    /// <summary>Sequestration was taken from the amount before the adjustment.</summary>
    SequestrationBeforeMips,

    /// <summary>Sequestration is another amount.</summary>
    SequestrationAmountDiffers,

    /// <summary>An adjustment of the claim as a whole is not the sum of its lines' adjustments.</summary>
    MipsClaimLevelDiffers,

    /// <summary>A practice with factors other than zero has the remark code nowhere.</summary>
    NoN807Anywhere,
}

/// <summary>The words of <see cref="AuditFindingName"/>, and what they say.</summary>
public static class AuditFindingNames
{
    private static readonly (string Word, string Says)[] Known =
    [
        ("LINE_OUT_OF_BALANCE", "the charge of the line less its adjustments is not its payment"),
        ("CLAIM_OUT_OF_BALANCE", "the charge of the claim less all adjustments is not its payment"),
        ("TRANSACTION_OUT_OF_BALANCE", "the claims less the provider's adjustments are not the payment of the remittance"),
        ("MIPS_MISSING", "an adjustment is due and there is none"),
        ("MIPS_UNEXPECTED", "there is an adjustment and none is due"),
        ("MIPS_WRONG_SIGN", "the amount is right, its sign is not"),
        ("MIPS_ONE_CENT", "the amount is a cent off"),
        ("MIPS_WRONG_FACTOR", "the amount follows from another percent"),
        ("MIPS_AMOUNT_DIFFERS", "the amount is another"),
        ("MIPS_WRONG_CODE", "an incentive stands under 144, a reduction under 237; here it is the other way round"),
        ("MIPS_WRONG_GROUP", "the group code of the adjustment is not CO"),
        ("N807_MISSING", "an adjustment without remark code N807"),
        ("N807_WITHOUT_AMOUNT", "remark code N807 without an adjustment"),
        ("SEQUESTRATION_LABELLED_AS_MIPS", "sequestration stands under a code of the adjustment, not under 253"),
        ("SEQUESTRATION_MISSING", "sequestration is due and there is none"),
        ("SEQUESTRATION_BEFORE_MIPS", "sequestration was taken from the amount before the adjustment"),
        ("SEQUESTRATION_AMOUNT_DIFFERS", "sequestration is another amount"),
        ("MIPS_CLAIM_LEVEL_DIFFERS", "the adjustment of the claim is not the sum of its lines' adjustments"),
        ("NO_N807_ANYWHERE", "factors are not zero, and remark code N807 stands nowhere"),
    ];

    /// <summary>All names, in their order.</summary>
    public static IReadOnlyList<AuditFindingName> All { get; } = Enum.GetValues<AuditFindingName>();

    /// <summary>The word in files, for example <c>MIPS_MISSING</c>.</summary>
    /// <param name="name">The name.</param>
    public static string Word(this AuditFindingName name) => Known[(int)name].Word;

    /// <summary>What it says, as part of a sentence.</summary>
    /// <param name="name">The name.</param>
    public static string Says(this AuditFindingName name) => Known[(int)name].Says;
}
