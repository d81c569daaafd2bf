/** A fontconfig file by which every text is set in the serif font of this computer, whatever font it names. */
export const OTHER_FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <match target="pattern">
    <edit name="family" mode="assign" binding="strong"><string>serif</string></edit>
  </match>
  <include>/etc/fonts/fonts.conf</include>
</fontconfig>
`
