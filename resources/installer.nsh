; What an installation for everyone does besides: it makes the folder of the policy file and keeps it to administrators.
; Windows lets any user make a folder in %ProgramData%; who made this one first would write the policy of the computer.
; A file that lies there already keeps its owner: Ringside uses none that somebody else may change.

!include "LogicLib.nsh"

!define POLICY_IS_LINK 0x400 ; FILE_ATTRIBUTE_REPARSE_POINT
!define POLICY_NO_FILE -1 ; INVALID_FILE_ATTRIBUTES
!define POLICY_NOT_KEPT 3 ; the installer's exit code: installed, but the folder could not be kept to administrators

!macro keepPolicyFolder ARGUMENTS
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" "$APPDATA\Ringside" ${ARGUMENTS} /L /Q'
  Pop $R1
  ${If} $R1 != 0
    DetailPrint "The folder of Ringside's policy could not be kept to administrators."
    SetErrorLevel ${POLICY_NOT_KEPT}
  ${EndIf}
!macroend

!macro customInstall
  ${If} $installMode == "all"
    SetShellVarContext all ; $APPDATA is %ProgramData%
    ; A link would take the rights that follow to a folder of somebody else's choice.
    System::Call 'kernel32::GetFileAttributes(t "$APPDATA\Ringside") i .R1'
    ${If} $R1 != ${POLICY_NO_FILE}
      IntOp $R1 $R1 & ${POLICY_IS_LINK}
      ${If} $R1 != 0
        RMDir "$APPDATA\Ringside"
      ${EndIf}
    ${EndIf}
    CreateDirectory "$APPDATA\Ringside"
    ; Owner, then nothing that was granted before, then: Administrators and SYSTEM all, Users read.
    !insertmacro keepPolicyFolder "/setowner *S-1-5-32-544"
    !insertmacro keepPolicyFolder "/reset"
    !insertmacro keepPolicyFolder "/inheritance:r /grant:r *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX"
  ${EndIf}
!macroend
