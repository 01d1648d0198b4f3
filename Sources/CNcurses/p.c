int vxc_placeholder;
