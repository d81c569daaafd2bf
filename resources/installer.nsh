; What an installation for everyone does besides: it leaves its folder for administrators alone to change.
; Program Files is that already; a folder that was chosen instead may be for everybody to write, and the next person who
; starts Ringside would run what somebody put there.

!include "LogicLib.nsh"

!define FOLDER_OPEN 3 ; the installer's exit code: installed, but others than administrators may change the folder

!macro protectFolder PATH ARGUMENTS
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" "${PATH}" ${ARGUMENTS} /L /Q'
  Pop $R1
  ${If} $R1 != 0
    DetailPrint "Others than administrators may be able to change ${PATH}."
    SetErrorLevel ${FOLDER_OPEN}
  ${EndIf}
!macroend

!macro customInstall
  ${If} $installMode == "all"
    ; Owner, then rights: Administrators and SYSTEM all; Users, and the sandbox's app containers, read and run.
    !insertmacro protectFolder "$INSTDIR" "/setowner *S-1-5-32-544 /T"
    !insertmacro protectFolder "$INSTDIR" "/inheritance:r /grant:r *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX *S-1-15-2-1:(OI)(CI)RX *S-1-15-2-2:(OI)(CI)RX"
    ; What lies in it has these rights and no others.
    !insertmacro protectFolder "$INSTDIR\*" "/reset /T"
  ${EndIf}
!macroend

; What Ringside wrote for the person who removes it, which the uninstaller does not know of: a shortcut and a class by which
; Windows starts it for a click on an alert (Electron's windows_toast_activator.cc), and its start at login. Of what is there
; for other persons of this computer it can't know.
!define TOAST_ACTIVATOR "{3D2F1B0A-7C46-4E0B-9B1E-5A8C6E7F2D94}" ; electron/main/program/app-id.ts has it too

!macro customUnInstall
  ${IfNot} ${isUpdated}
    SetShellVarContext current
    Delete "$SMPROGRAMS\${PRODUCT_NAME}.lnk"
    DeleteRegKey HKCU "Software\Classes\CLSID\${TOAST_ACTIVATOR}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "${APP_ID}"
    ${If} $installMode == "all"
      SetShellVarContext all
    ${EndIf}
  ${EndIf}
!macroend
