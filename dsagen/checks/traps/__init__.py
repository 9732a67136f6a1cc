"""Rules: traps in the gateways.

The gateways note lists twelve traps (section J). Each is caught by a rule of this folder or of another one:

- J1, section 115 is bound to its recipients: DP-GW-003.
- J2, section 16 on serious violence leaves out health and care: TRAP-02.
- J3, no duty without a request: TRAP-03, and DP-LAW-006 where legal obligation rests on a power.
- J4, functions are not gateways: TRAP-04, and DP-GW-001 where only confidence is lifted.
- J5, the direction and the lists of sections 27 and 47(9): DP-GW-002 for who is asked, DP-GW-003 for who asks. A flow
  from a council to itself cannot be written. Section 31 of the 2014 Act binds no school: DP-LAW-006.
- J6, the closed lists of the Digital Economy Act and the Welfare Reform Act: DP-GW-002 and DP-GW-003 for the bodies,
  DP-GW-004 for the kind of purpose, and TRAP-06 for the objective, its factors and the code of practice.
- J7, commencement and nation: DP-GW-006, DP-GW-007 and DP-GW-008.
- J8, age and subject: DP-GW-005.
- J9, exemptions and conditions are no gateways: DP-GW-001, TRAP-09 where a real power stands beside them, and
  DP-LAW-002, DP-LAW-005, DP-LAW-013 and DP-PUR-006.
- J10, consent and gateway are different things: TRAP-10.
- J11, a general practice is no NHS body: DP-GW-002.
- J12, the type of school decides: DP-GW-002, and TRAP-12 for an independent school's public task.

Two more come from the sections beside it: TRAP-13 for old and wrong citations (sections J and K), and TRAP-14 for
what a designated officer is for (section G).
"""
