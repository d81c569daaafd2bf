; In an installation for everyone, only administrators may change its folder. Program Files is protected already, but a
; folder that was chosen instead may be writable by everyone, and the next user who starts Ringside would run whatever
; someone put there.

!include "LogicLib.nsh"

!define FOLDER_OPEN 3 ; the installer's exit code: installed, but non-administrators may change the folder

!macro protectFolder PATH ARGUMENTS
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" "${PATH}" ${ARGUMENTS} /L /Q'
  Pop $R1
  ${If} $R1 != 0
    DetailPrint "Non-administrators may be able to change ${PATH}."
    SetErrorLevel ${FOLDER_OPEN}
  ${EndIf}
!macroend

!macro customInstall
  ${If} $installMode == "all"
    ; Owner, then permissions: full access for Administrators and SYSTEM; read and run for Users and the sandbox's app containers.
    !insertmacro protectFolder "$INSTDIR" "/setowner *S-1-5-32-544 /T"
    !insertmacro protectFolder "$INSTDIR" "/inheritance:r /grant:r *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX *S-1-15-2-1:(OI)(CI)RX *S-1-15-2-2:(OI)(CI)RX"
    ; Its contents inherit these permissions and no others.
    !insertmacro protectFolder "$INSTDIR\*" "/reset /T"
  ${EndIf}
!macroend

; What Ringside wrote for the user who removes it and the uninstaller doesn't know: a shortcut and a class with which Windows
; starts it for a click on an alert (Electron's windows_toast_activator.cc), and its start at login. What it wrote for other
; users of this computer remains.
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
