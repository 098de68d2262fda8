; Inno Setup script of the Windows installer. NOT RUN HERE: it was written on Linux and has never met Windows.
; It needs Inno Setup 6.3 or later. Build the program first (pyinstaller build.spec), then: iscc resources\packaging\windows.iss
; The version is that of the built program.
#define Version GetStringFileInfo(AddBackslash(SourcePath) + "..\..\dist\kpi-desktop\kpi-desktop.exe", "ProductVersion")

[Setup]
AppId={{5C2C8C63-3C1B-4C0E-9D3B-6F6B0E2A4B11}
AppName=KPI Desktop
AppVersion={#Version}
AppPublisher=KPI Desktop
VersionInfoVersion={#Version}
DefaultDirName={autopf}\KPI Desktop
DefaultGroupName=KPI Desktop
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
Compression=lzma2/max
SolidCompression=yes
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=kpi-desktop-{#Version}-windows
SetupIconFile=resources\packaging\app.ico
UninstallDisplayIcon={app}\kpi-desktop.exe
LicenseFile=LICENSE
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ru"; MessagesFile: "compiler:Languages\Russian.isl"

; An update replaces the program; workspaces, settings and backups lie in the person's own folders and stay.
[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "dist\kpi-desktop\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{group}\KPI Desktop"; Filename: "{app}\kpi-desktop.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.kpi"; ValueType: string; ValueData: "KPIDesktop.Workspace"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\KPIDesktop.Workspace"; ValueType: string; ValueData: "KPI Desktop workspace"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\KPIDesktop.Workspace\DefaultIcon"; ValueType: string; ValueData: "{app}\kpi-desktop.exe,0"
Root: HKA; Subkey: "Software\Classes\KPIDesktop.Workspace\shell\open\command"; ValueType: string; ValueData: """{app}\kpi-desktop.exe"" ""%1"""

[Run]
Filename: "{app}\kpi-desktop.exe"; Description: "{cm:LaunchProgram,KPI Desktop}"; Flags: nowait postinstall skipifsilent
