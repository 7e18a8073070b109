namespace OpenQpp.Claims;

/// <summary>The columns of a file of professional claim lines.</summary>
internal enum LineColumn
{
    ClaimId,
    LineNo,
    BeneId,
    ClaimType,
    Tin,
    Npi,
    Specialty,
    Pos,
    Dos,
    Received,
    Hcpcs,
    Mod1,
    Mod2,
    Units,
    Charge,
    Allowed,
    Deductible,
    Coinsurance,
    MspReduction,
    PrimaryAllowed,
    PrimaryPaid,
    Assigned,
    Participating,
    Status,
    Setting,
    Denied,
    FinalAction,
}

/// <summary>Names and forms of <see cref="LineColumn"/>.</summary>
internal static class LineColumns
{
    /// <summary>Our name, CMS's name in carrier claims, and form, in the order of <see cref="LineColumn"/>.</summary>
    private static readonly (string Name, string? Carrier, CellForm Form)[] Known =
    [
        ("claim_id", "CLM_ID", CellForm.Key),
        ("line_no", "LINE_NUM", CellForm.Key),
        ("bene_id", "BENE_ID", CellForm.Key),
        ("claim_type", "NCH_CLM_TYPE_CD", CellForm.Text),
        ("tin", "TAX_NUM", CellForm.Text),
        ("npi", "PRF_PHYSN_NPI", CellForm.Text),
        ("specialty", "PRVDR_SPCLTY", CellForm.Text),
        ("pos", "LINE_PLACE_OF_SRVC_CD", CellForm.Text),
        ("dos", "LINE_1ST_EXPNS_DT", CellForm.Date),
        ("received", "NCH_WKLY_PROC_DT", CellForm.Date),
        ("hcpcs", "HCPCS_CD", CellForm.Text),
        ("mod1", "HCPCS_1ST_MDFR_CD", CellForm.Text),
        ("mod2", "HCPCS_2ND_MDFR_CD", CellForm.Text),
        ("units", "LINE_SRVC_CNT", CellForm.Units),
        ("charge", "LINE_SBMTD_CHRG_AMT", CellForm.Money),
        ("allowed", "LINE_ALOWD_CHRG_AMT", CellForm.Money),
        ("deductible", "LINE_BENE_PTB_DDCTBL_AMT", CellForm.Money),
        ("coinsurance", "LINE_COINSRNC_AMT", CellForm.Money),
        ("msp_reduction", null, CellForm.Money),
        ("primary_allowed", null, CellForm.Money),
        ("primary_paid", "LINE_BENE_PRMRY_PYR_PD_AMT", CellForm.Money),
        ("assigned", "CARR_CLM_PRVDR_ASGNMT_IND_SW", CellForm.Flag),
        ("participating", "PRTCPTNG_IND_CD", CellForm.Flag),
        ("status", null, CellForm.Text),
        ("setting", null, CellForm.Setting),
        ("denied", "CARR_CLM_PMT_DNL_CD", CellForm.Flag),
        ("final_action", "FINAL_ACTION", CellForm.Flag),
    ];

    /// <summary>All columns.</summary>
    public static IReadOnlyList<LineColumn> All { get; } = Enum.GetValues<LineColumn>();

    public static string Name(this LineColumn column) => Known[(int)column].Name;

    public static string? CarrierName(this LineColumn column) => Known[(int)column].Carrier;

    public static CellForm Form(this LineColumn column) => Known[(int)column].Form;
}
