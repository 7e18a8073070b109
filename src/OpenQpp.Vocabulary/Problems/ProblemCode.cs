namespace OpenQpp.Vocabulary;

/// <summary>
/// The stable codes of problems, those of a family together. A code is never renamed and never reused; <c>docs/problems.md</c> lists them all and a
/// test holds the two together.
/// </summary>
public enum ProblemCode
{
    /// <summary>The input cannot be opened.</summary>
    NOT_READABLE,

    /// <summary>The output cannot be written.</summary>
    NOT_WRITABLE,

    /// <summary>The input is larger than the limit.</summary>
    INPUT_TOO_LARGE,

    /// <summary>The input is not well-formed JSON.</summary>
    NOT_JSON,

    /// <summary>The input, or a text in it, is not valid Unicode.</summary>
    NOT_UTF8,

    /// <summary>The document is nested too deeply.</summary>
    TOO_DEEP,

    /// <summary>A property stands twice in one object.</summary>
    DUPLICATE_FIELD,

    /// <summary>A property that neither CMS's model nor the profile knows.</summary>
    UNKNOWN_FIELD,

    /// <summary>A required property is missing.</summary>
    MISSING_FIELD,

    /// <summary>A value of the wrong JSON type.</summary>
    WRONG_TYPE,

    /// <summary>A word that is not in the list of allowed words.</summary>
    UNKNOWN_WORD,

    /// <summary>A number outside its range.</summary>
    NUMBER_OUT_OF_RANGE,

    /// <summary>A number that must be whole is not.</summary>
    NOT_A_WHOLE_NUMBER,

    /// <summary>A date that is not of the form YYYY-MM-DD or does not exist.</summary>
    NOT_A_DATE,

    /// <summary>The performance year is not one of those whose law is recorded.</summary>
    UNSUPPORTED_YEAR,

    /// <summary>A reporting or participation option that this version cannot score.</summary>
    UNSUPPORTED_OPTION,

    /// <summary>A participation option that did not exist in the performance year.</summary>
    OPTION_NOT_IN_YEAR,

    /// <summary>The participant may not report this program.</summary>
    PROGRAM_NOT_ALLOWED,

    /// <summary>A TIN that is not nine digits.</summary>
    TIN_FORM,

    /// <summary>An NPI that is not ten digits.</summary>
    NPI_FORM,

    /// <summary>An NPI whose first digit or check digit is wrong.</summary>
    NPI_CHECK_DIGIT,

    /// <summary>A performance period outside the performance year.</summary>
    PERIOD_OUTSIDE_YEAR,

    /// <summary>A performance period that ends before it starts.</summary>
    PERIOD_REVERSED,

    /// <summary>Two sets of the same category, submission method and program.</summary>
    DUPLICATE_SET,

    /// <summary>A measure or activity twice in one set.</summary>
    DUPLICATE_MEASURE,

    /// <summary>A category sent by a submission method that cannot carry it.</summary>
    METHOD_NOT_ALLOWED,

    /// <summary>A set that this participant or this year may not send.</summary>
    SET_NOT_ALLOWED,

    /// <summary>A measure or activity that the year's catalogue does not know.</summary>
    UNKNOWN_MEASURE,

    /// <summary>A measure that the year's catalogue does not offer for this submission method.</summary>
    MEASURE_NOT_FOR_METHOD,

    /// <summary>A measure that the year's catalogue does not offer under this program.</summary>
    MEASURE_NOT_FOR_PROGRAM,

    /// <summary>A measure that this kind of participant may not send.</summary>
    MEASURE_NOT_FOR_PARTICIPANT,

    /// <summary>A value of another form than the measure's.</summary>
    WRONG_VALUE_FORM,

    /// <summary>A stratum that the measure does not have.</summary>
    UNKNOWN_STRATUM,

    /// <summary>A stratum of the measure that was not sent.</summary>
    MISSING_STRATUM,

    /// <summary>A stratum that was sent twice.</summary>
    DUPLICATE_STRATUM,

    /// <summary>Counts that cannot be, for instance more met than eligible.</summary>
    IMPOSSIBLE_COUNT,

    /// <summary>A percentage outside 0 to 100.</summary>
    PERCENT_OUT_OF_RANGE,

    /// <summary>Exclusions on a measure whose eligible population must already be without them.</summary>
    EXCLUSION_NOT_ALLOWED,

    /// <summary>An eCQM set without a CEHRT ID in a year that asks for one.</summary>
    CEHRT_ID_MISSING,

    /// <summary>Measures, exclusions or answers that exclude each other.</summary>
    CONFLICTING_ANSWERS,

    /// <summary>A clinician type that was not MIPS eligible in the year.</summary>
    CLINICIAN_TYPE_NOT_IN_YEAR,

    /// <summary>A reason for reweighting that does not exist for the category in the year or for the participant.</summary>
    REWEIGHTING_NOT_IN_YEAR,

    /// <summary>The same category reweighted twice for the same reason.</summary>
    DUPLICATE_REWEIGHTING,

    /// <summary>A paragraph of the regulation of which nothing is recorded.</summary>
    UNKNOWN_PARAGRAPH,

    /// <summary>CMS's measures data hold something that the importer cannot take as it stands.</summary>
    REFERENCE_FAULT,

    /// <summary>A file is not well-formed CSV.</summary>
    NOT_CSV,

    /// <summary>A file is not well-formed Parquet.</summary>
    NOT_PARQUET,

    /// <summary>A moment of time that is not of the form YYYY-MM-DDTHH:MM:SS with its distance from universal time.</summary>
    NOT_A_TIME,

    /// <summary>A ZIP code that does not begin with five digits.</summary>
    ZIP_FORM,

    /// <summary>The same unit stands twice where it may stand once.</summary>
    DUPLICATE_ROW,

    /// <summary>An election after another one that cannot be withdrawn or changed.</summary>
    ELECTION_IRREVOCABLE,

    /// <summary>An election that the unit, or anybody in the year, cannot make.</summary>
    ELECTION_NOT_OPEN,

    /// <summary>A part of a year's input stands in a file from which it is not taken.</summary>
    NOT_FROM_HERE,

    /// <summary>A value of a submission differs from the one that follows from eligibility, which is used.</summary>
    DERIVED_VALUE_DIFFERS,

    /// <summary>A case of somebody who does not stand in the facts of eligibility.</summary>
    UNKNOWN_PARTICIPANT,

    /// <summary>Figures of the population are not given, so that something is not scored or 0.</summary>
    REFERENCE_MISSING,

    /// <summary>A published percent of a score that is not scaled, and does not earn it.</summary>
    PAIR_MISMATCH,

    /// <summary>Published pairs of score and percent that no scaling factor fits.</summary>
    PAIRS_CONTRADICT,

    /// <summary>A file is not of the run that is published.</summary>
    INPUT_NOT_OF_RUN,

    /// <summary>A run that was not made under the recorded law.</summary>
    NOT_PUBLISHABLE,

    /// <summary>A store that cannot be reached.</summary>
    STORE_NOT_REACHABLE,
    /// <summary>A store whose schema is not that of the program.</summary>
    STORE_SCHEMA,
    /// <summary>A store into which somebody else publishes at the moment.</summary>
    STORE_BUSY,
    /// <summary>A store that must be empty and is not.</summary>
    STORE_NOT_EMPTY,

    /// <summary>A backup that is damaged, or no backup.</summary>
    BACKUP_DAMAGED,

    /// <summary>Targeted review of the year is not open, or its dates are not recorded.</summary>
    REVIEW_WINDOW,
    /// <summary>A step that a request for targeted review does not take in its state, by this person or without more being said.</summary>
    REVIEW_STEP,
    /// <summary>Information for a targeted review that arrives too late.</summary>
    REVIEW_ANSWER_LATE,

    /// <summary>A name of a document that is not taken.</summary>
    DOCUMENT_NAME,
    /// <summary>A document of a type that is not taken, or whose content is not what its name says.</summary>
    DOCUMENT_TYPE,
    /// <summary>A document that is too large.</summary>
    DOCUMENT_TOO_LARGE,
    /// <summary>Documents of a request that are too large together.</summary>
    DOCUMENTS_TOO_LARGE,

    /// <summary>A place of a printed value that no score has.</summary>
    UNKNOWN_PRINTED_PATH,

    /// <summary>The file is no X12 interchange.</summary>
    X12_NOT_AN_INTERCHANGE,
    /// <summary>The transaction set or its version is not one that is read.</summary>
    X12_VERSION,
    /// <summary>Interchange, group or transaction set is not whole: a header or trailer is missing, or a count or control number differs.</summary>
    X12_ENVELOPE,
    /// <summary>A segment does not end, or is longer than any segment is.</summary>
    X12_SEGMENT,
    /// <summary>A segment that has no place where it stands.</summary>
    X12_UNEXPECTED_SEGMENT,
    /// <summary>A segment that stands in the wrong place of its loop.</summary>
    X12_OUT_OF_ORDER,
    /// <summary>More segments or loops of a kind than there may be.</summary>
    X12_TOO_MANY,
    /// <summary>A segment that must be there is missing.</summary>
    X12_MISSING_SEGMENT,
    /// <summary>An element that is missing, or is no amount, number or date.</summary>
    X12_ELEMENT,

    /// <summary>The charge of a service line less its adjustments is not what the remittance says was paid.</summary>
    LINE_OUT_OF_BALANCE,

    /// <summary>The charge of a claim less all its adjustments is not what the remittance says was paid.</summary>
    CLAIM_OUT_OF_BALANCE,

    /// <summary>The payments of the claims less the provider's adjustments are not the payment of the remittance.</summary>
    TRANSACTION_OUT_OF_BALANCE,

    /// <summary>A remittance that names another practice than the one whose page it was sent to.</summary>
    REMITTANCE_OF_ANOTHER,

    /// <summary>A setting of the portal that is not what it must be.</summary>
    SETTING_NOT_VALID,

    /// <summary>Somebody or something that a command names is not there, or is there already.</summary>
    PERSON_OR_ROLE,

    /// <summary>The audit log is not what its seals say.</summary>
    AUDIT_BROKEN,

    /// <summary>The library with which claims are read and written is missing.</summary>
    ANALYTICS_MISSING,
    /// <summary>The library with which claims are read and written could not do its work: too little memory or space, or a file of a form that it does not read.</summary>
    ANALYTICS_FAILED,

    /// <summary>Parts of a result that are not there.</summary>
    PART_MISSING,
    /// <summary>Parts of a result that were made of different inputs, options, program or law.</summary>
    PART_DIFFERS,
    /// <summary>Parts of a result that cannot be read or are not as they were written.</summary>
    PART_DAMAGED,
    /// <summary>Another run of the same part of a result began later; that one counts.</summary>
    PART_OVERTAKEN,

    /// <summary>More was wrong than is listed.</summary>
    MORE_PROBLEMS,

    /// <summary>Warning: CMS has not published a benchmark that was used; a stand-in was taken.</summary>
    PROVISIONAL_BENCHMARK,

    /// <summary>Warning: a part of the case has no effect for this participant.</summary>
    NO_EFFECT,

    /// <summary>Warning: a bonus cannot be known without figures that only CMS has.</summary>
    BONUS_NOT_KNOWN,

    /// <summary>A facility-based score is due but the percents at the hospital's percentile are not given.</summary>
    FACILITY_SCORE_NOT_KNOWN,

    /// <summary>Warning: an activity earns nothing.</summary>
    ACTIVITY_NOT_COUNTED,
}
