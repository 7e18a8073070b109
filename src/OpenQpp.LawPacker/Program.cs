using OpenQpp.Files;
using OpenQpp.LawPacker;

// Packs law/ (and the index of the scenarios) at build, so that the product parses no YAML when it starts.
if (args is not [var law, var scenarios, var target])
{
    Console.Error.WriteLine("usage: OpenQpp.LawPacker LAW-FOLDER SCENARIO-FOLDER TARGET-FILE");
    return 2;
}

try
{
    var pack = LawPackWriter.Write(LawDirectory.Read(law, scenarios));
    if (File.Exists(target) && File.ReadAllBytes(target).AsSpan().SequenceEqual(pack))
    {
        return 0;
    }

    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
    var part = $"{target}.{Environment.ProcessId}.part";
    File.WriteAllBytes(part, pack);
    File.Move(part, target, overwrite: true);
    return 0;
}
catch (InvalidDataException fault)
{
    foreach (var line in fault.Message.Split('\n'))
    {
        Console.Error.WriteLine($"law : error LAW001: {line}");
    }

    return 1;
}
